package cn.jianfu.report.console;

import org.jspecify.annotations.Nullable;

/**
 * A number that speaks for a finding, beside what the rule allows.
 *
 * @param name a text {@code measure.NAME}
 * @param limit null when the rule sets none
 * @param bound on which side of the limit it is allowed
 */
record FindingMeasure(String name, Unit unit, double value, @Nullable Double limit, Bound bound) {

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
    UNITS,
    SHARE
  }

  /** Which numbers are allowed; a text {@code finding.BOUND}. */
  enum Bound {
    AT_MOST,
    BELOW,
    AT_LEAST
  }

  /** Whether the number is on the wrong side of its limit. */
  public boolean broken() {
    return limit != null
        && switch (bound) {
          case AT_MOST -> value > limit;
          case BELOW -> value >= limit;
          case AT_LEAST -> value < limit;
        };
  }

  /** Whether there should be nothing of it. */
  public boolean isForbidden() {
    return limit != null && limit == 0 && bound == Bound.AT_MOST;
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
