package cn.jianfu.report.console;

import org.jspecify.annotations.Nullable;

/**
 * How much later something came, in a unit that people read.
 *
 * @param unit minutes, hours or days: names a text of the bundles
 */
record Lag(String unit, long number) {

  private static final long HOUR = 60;
  private static final long DAY = 24 * HOUR;

  /** Whole minutes up to two hours, whole hours up to two days, whole days beyond. */
  static @Nullable Lag ofMinutes(@Nullable Long minutes) {
    if (minutes == null) {
      return null;
    }
    if (minutes < 2 * HOUR) {
      return new Lag("minutes", minutes);
    }
    return minutes < 2 * DAY
        ? new Lag("hours", Math.round(minutes / (double) HOUR))
        : new Lag("days", Math.round(minutes / (double) DAY));
  }
}
