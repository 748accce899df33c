package cn.jianfu.report.console;

import org.jspecify.annotations.Nullable;

/**
 * A number that speaks for a finding, beside what the rule allows.
 *
 * @param name a text {@code measure.NAME}
 * @param limit null when the rule sets none
 * @param atLeast whether the limit is the least that is allowed, and not the most
 */
record FindingMeasure(
    String name, Unit unit, double value, @Nullable Double limit, boolean atLeast) {

  /** Of the drawing, in its own units. */
  static final int WIDTH = 240;

  /** Room beyond the longer of both. */
  private static final double AIR = 1.15;

  /** What is counted; a text {@code unit.UNIT}. */
  enum Unit {
    GROUPS,
    PEOPLE,
    TIMES,
    DAYS,
    MINUTES,
    MESSAGES,
    TOWNS,
    SHARE
  }

  /** Whether the number is on the wrong side of its limit. */
  public boolean broken() {
    return limit != null && (atLeast ? value < limit : value > limit);
  }

  /** Whether there should be nothing of it. */
  public boolean isForbidden() {
    return limit != null && limit == 0 && !atLeast;
  }

  public boolean isShare() {
    return unit == Unit.SHARE;
  }

  public int valueAt() {
    return place(value);
  }

  public int limitAt() {
    return limit == null ? 0 : place(limit);
  }

  private int place(double number) {
    double longest = Math.max(Math.max(value, limit == null ? 0 : limit), 1e-9) * AIR;
    return (int) Math.round(WIDTH * Math.max(0, number) / longest);
  }
}
