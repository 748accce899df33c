package cn.jianfu.report.reference.domain;

import java.math.BigDecimal;

/** What a number of a rule set measures, and so which values make sense. */
public enum NumberKind {
  /** How often or how many. */
  COUNT(true, "0", "1000000"),
  /** Days to wait. */
  DAYS(true, "0", "3660"),
  /** Days that are looked at: at least one, and no more than ten years of them. */
  WINDOW(true, "1", "3660"),
  /** Whether something is asked for: 1, or 0 as when the number is left out. */
  SWITCH(true, "0", "1"),
  SHARE(false, "0", "1"),
  /** A share that everything would reach if it were zero. */
  SHARE_ABOVE_ZERO(false, "0.000001", "1"),
  /** A mark of the index. */
  SCORE(false, "0", "100"),
  /** A weight, or a growth that may be more than all there was. */
  AMOUNT(false, "0", "1000000");

  private final boolean whole;
  private final BigDecimal least;
  private final BigDecimal most;

  NumberKind(boolean whole, String least, String most) {
    this.whole = whole;
    this.least = new BigDecimal(least);
    this.most = new BigDecimal(most);
  }

  boolean isWholeWhereNeeded(BigDecimal number) {
    return !whole || number.stripTrailingZeros().scale() <= 0;
  }

  boolean reachesTo(BigDecimal number) {
    return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
  }

  /** For people: from the least value to the largest. */
  String range() {
    return least.toPlainString() + "–" + most.toPlainString();
  }
}
