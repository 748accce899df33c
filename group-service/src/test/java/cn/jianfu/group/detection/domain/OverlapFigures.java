package cn.jianfu.group.detection.domain;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures the overlap join: {@code OverlapFigures [district|province]}. A benchmark, not a test.
 *
 * <p>The made-up district is a hard one: every person is in about 20 to 28 groups of one
 * neighbourhood of colleagues, some leaders in hundreds, and some groups are near copies.
 */
public final class OverlapFigures {

  private static final OverlapLimits LIMITS =
      new OverlapLimits(new Ratio(4, 5), new Ratio(1, 2), new Ratio(9, 10), new Ratio(1, 2));

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static long cpuBefore;

  private OverlapFigures() {}

  static void main(String[] args) {
    boolean province = args.length > 0 && args[0].equals("province");
    int groups = province ? 500_000 : 3_000;
    int meanSize = province ? 33 : 46;
    int people = province ? 700_000 : 6_000;
    List<String[]> members = madeUp(groups, meanSize, people);
    String[] lines = new String[groups];
    SplittableRandom random = new SplittableRandom(7);
    Arrays.setAll(lines, _ -> "line" + random.nextInt(province ? 5_000 : 30));

    cpuBefore = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    MemberSets.Builder builder = MemberSets.builder();
    for (int g = 0; g < groups; g++) {
      builder.add("g" + g, Arrays.asList(members.get(g)));
    }
    MemberSets sets = builder.build();
    say("encode " + sets, start);
    for (int run = 0; run < (province ? 2 : 20); run++) {
      AtomicLong pairs = new AtomicLong();
      start = System.nanoTime();
      OverlapJoin.join(
          sets,
          group -> lines[Integer.parseInt(group.substring(1))],
          LIMITS,
          _ -> pairs.incrementAndGet());
      say("join, " + pairs + " pairs", start);
    }
    memory("sets");
    incremental(members, lines);
  }

  private static void incremental(List<String[]> members, String[] lines) {
    cpuBefore = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    OverlapIndex index = new OverlapIndex();
    for (int g = 0; g < lines.length; g++) {
      index.put("g" + g, lines[g], Arrays.asList(members.get(g)));
    }
    say("fill the index", start);
    memory("sets and index");
    long[] nanos = new long[2_000];
    Random random = new Random(3);
    for (int i = 0; i < nanos.length; i++) {
      int g = random.nextInt(lines.length);
      start = THREADS.getCurrentThreadCpuTime();
      index.put("g" + g, lines[g], Arrays.asList(members.get(g)));
      index.overlapsOf("g" + g, LIMITS);
      nanos[i] = THREADS.getCurrentThreadCpuTime() - start;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "change one group and check it, on the processor: p50 %.3f ms, p99 %.3f ms, max %.3f ms%n",
        nanos[1_000] / 1e6, nanos[1_980] / 1e6, nanos[1_999] / 1e6);
  }

  private static List<String[]> madeUp(int groups, int meanSize, int people) {
    SplittableRandom random = new SplittableRandom(42);
    String[] refs = new String[people];
    Arrays.setAll(
        refs, i -> "k1:" + Long.toHexString(0x9E3779B97F4A7C15L * (i + 1)) + "0123456789");
    int leaders = Math.max(10, people / 500);
    List<String[]> all = new ArrayList<>(groups);
    for (int g = 0; g < groups; g++) {
      int size = Math.max(2, (int) (meanSize * Math.exp(0.8 * random.nextGaussian() - 0.32)));
      int home = random.nextInt(people);
      String[] like = g > 0 && random.nextInt(20) == 0 ? all.get(random.nextInt(g)) : null;
      String[] set = new String[like == null ? size : like.length];
      for (int m = 0; m < set.length; m++) {
        if (like != null && random.nextInt(10) != 0) {
          set[m] = like[m % like.length];
        } else if (random.nextInt(25) == 0) {
          set[m] = refs[random.nextInt(leaders)];
        } else {
          set[m] = refs[Math.floorMod(home + random.nextInt(4 * size), people)];
        }
      }
      all.add(set);
    }
    return all;
  }

  /** On a busy machine the time on the processor says more than the time on the wall. */
  private static void say(String what, long start) {
    long cpu = THREADS.getCurrentThreadCpuTime();
    System.out.printf(
        "%s: %.1f ms (%.1f ms on the processor)%n",
        what, (System.nanoTime() - start) / 1e6, (cpu - cpuBefore) / 1e6);
    cpuBefore = cpu;
  }

  private static void memory(String what) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "heap with %s (and the made-up references): %d MB%n",
        what, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }
}
