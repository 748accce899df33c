package cn.jianfu.load.stats;

import java.util.Locale;

/**
 * What a number must reach.
 *
 * @param value what was measured
 * @param floor what a release needs
 * @param aim where we are going
 * @param more whether more is better
 * @param unit follows the numbers, for example {@code " ms"}
 */
public record Goal(double value, double floor, double aim, boolean more, String unit) {

  /** How far a goal is reached. */
  public enum Reached {
    NO,
    FLOOR,
    AIM
  }

  public static Goal atLeast(double value, double floor, double aim, String unit) {
    return new Goal(value, floor, aim, true, unit);
  }

  public static Goal atMost(double value, double floor, double aim, String unit) {
    return new Goal(value, floor, aim, false, unit);
  }

  public Reached reached() {
    if (meets(aim)) {
      return Reached.AIM;
    }
    return meets(floor) ? Reached.FLOOR : Reached.NO;
  }

  private boolean meets(double bound) {
    return more ? value >= bound : value <= bound;
  }

  String floorText() {
    return text(floor);
  }

  String aimText() {
    return text(aim);
  }

  /** How much is missing to the floor, in per cent of it; 0 when it is reached. */
  public long missingPercent() {
    if (reached() != Reached.NO) {
      return 0;
    }
    double missing = more ? (floor - value) / floor : (value - floor) / floor;
    return Math.round(missing * 100);
  }

  private String text(double number) {
    return (more ? "≥ " : "≤ ") + number(number) + unit;
  }

  /** A count. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number with as many digits as mean something. */
  public static String number(double number) {
    double size = Math.abs(number);
    String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    String text = String.format(Locale.ROOT, format, number);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
