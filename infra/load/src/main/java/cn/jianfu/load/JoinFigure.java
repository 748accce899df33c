package cn.jianfu.load;

import cn.jianfu.group.detection.domain.MemberSets;
import cn.jianfu.group.detection.domain.OverlapJoin;
import cn.jianfu.group.detection.domain.OverlapLimits;
import cn.jianfu.group.detection.domain.Ratio;
import cn.jianfu.load.stats.Figure;
import cn.jianfu.load.stats.Goal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The exact overlap join over made-up memberships. The district is a hard one: each person is in
 * about 20 groups of one neighbourhood, some leaders in hundreds, and some groups are near copies.
 */
final class JoinFigure {

  private static final OverlapLimits LIMITS =
      new OverlapLimits(new Ratio(4, 5), new Ratio(1, 2), new Ratio(9, 10), new Ratio(1, 2));

  private JoinFigure() {}

  static Figure district() {
    Joined joined = join(3_000, 46, 6_000, 30, 7);
    return new Figure(
        "Exact overlap join, 3,000 groups",
        joined.inWords(),
        "",
        null,
        List.of(Goal.atMost(joined.seconds(), 0.3, 0.1, " s")),
        joined.note() + "; best of 7 in the measuring JVM");
  }

  /** Needs some gigabytes of heap. */
  static Figure province() {
    Joined joined = join(500_000, 33, 700_000, 5_000, 1);
    double gigabytes = joined.heap() / (double) (1 << 30);
    return new Figure(
        "Exact overlap join, 500,000 groups",
        joined.inWords() + ", " + Goal.number(gigabytes) + " GiB of heap",
        "",
        null,
        List.of(Goal.atMost(joined.seconds(), 120, 40, " s"), Goal.atMost(gigabytes, 4, 2, " GiB")),
        joined.note() + "; heap after it, with the made-up references, in the measuring JVM");
  }

  private static Joined join(int groups, int meanSize, int people, int lines, int runs) {
    List<String[]> members = madeUp(groups, meanSize, people);
    SplittableRandom random = new SplittableRandom(7);
    String[] line = new String[groups];
    Arrays.setAll(line, _ -> "line" + random.nextInt(lines));
    long best = Long.MAX_VALUE;
    long pairs = 0;
    long memberships =
        members.stream().mapToLong(set -> Arrays.stream(set).distinct().count()).sum();
    for (int i = 0; i < runs; i++) {
      AtomicLong found = new AtomicLong();
      long begun = System.nanoTime();
      MemberSets.Builder builder = MemberSets.builder();
      for (int g = 0; g < groups; g++) {
        builder.add("g" + g, Arrays.asList(members.get(g)));
      }
      OverlapJoin.join(
          builder.build(),
          group -> line[Integer.parseInt(group.substring(1))],
          LIMITS,
          _ -> found.incrementAndGet());
      best = Math.min(best, System.nanoTime() - begun);
      pairs = found.get();
    }
    Runtime runtime = Runtime.getRuntime();
    return new Joined(
        Duration.ofNanos(best), memberships, pairs, runtime.totalMemory() - runtime.freeMemory());
  }

  private record Joined(Duration took, long memberships, long pairs, long heap) {

    double seconds() {
      return took.toNanos() / 1e9;
    }

    String inWords() {
      return Goal.number(seconds()) + " s";
    }

    String note() {
      return "%,d memberships, %,d pairs found, encoding included".formatted(memberships, pairs);
    }
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
          set[m] = like[m];
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
}
