package cn.jianfu.load.stats;

import java.util.Arrays;

/** Durations of many things, and how long the slower ones of them took. */
public final class Latencies {

  private long[] nanos = new long[1024];
  private int count;

  public synchronized void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = duration;
  }

  /** Forgets what was measured so far. */
  public synchronized void clear() {
    count = 0;
  }

  public synchronized int count() {
    return count;
  }

  /**
   * The duration that the given part did not exceed (nearest rank), in milliseconds.
   *
   * @param part for example 0.99
   * @throws IllegalStateException when nothing was added
   */
  public synchronized double millis(double part) {
    if (count == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(part * count);
    return sorted[Math.max(0, rank - 1)] / 1e6;
  }

  /** Median, 95th and 99th percentile in words. */
  public String inWords() {
    return "p50 %s ms, p95 %s ms, p99 %s ms"
        .formatted(Goal.number(millis(0.50)), Goal.number(millis(0.95)), Goal.number(millis(0.99)));
  }
}
