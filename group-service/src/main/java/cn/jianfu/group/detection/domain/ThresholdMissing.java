package cn.jianfu.group.detection.domain;

import java.math.BigDecimal;

/** A rule is on and its rule set lacks the number that the rule needs, or has one of no use. */
public final class ThresholdMissing extends IllegalStateException {

  private final String key;

  ThresholdMissing(String key) {
    super("the rule set has no threshold " + key);
    this.key = key;
  }

  ThresholdMissing(String key, BigDecimal notWhole) {
    super(key + " is no whole number: " + notWhole);
    this.key = key;
  }

  /** The key that is absent. */
  public String key() {
    return key;
  }
}
