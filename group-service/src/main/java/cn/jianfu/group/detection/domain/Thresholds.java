package cn.jianfu.group.detection.domain;

import java.math.BigDecimal;
import java.util.Map;

/** The numbers of a rule set by their key, such as {@code zombie.idleDays}. */
public record Thresholds(Map<String, BigDecimal> values) {

  public Thresholds {
    values = Map.copyOf(values);
  }

  /**
   * A whole number.
   *
   * @throws ThresholdMissing when the rule set does not say
   */
  public int wholeNumber(String key) {
    return wholeNumber(key, decimal(key));
  }

  /**
   * A share, exactly as written.
   *
   * @throws ThresholdMissing when the rule set does not say
   */
  public Ratio ratio(String key) {
    return Ratio.of(decimal(key));
  }

  Ratio ratioOr(String key, Ratio otherwise) {
    return values.containsKey(key) ? ratio(key) : otherwise;
  }

  /** A whole number, or the other when the rule set does not say. */
  public int wholeNumberOr(String key, int otherwise) {
    return values.containsKey(key) ? wholeNumber(key) : otherwise;
  }

  private BigDecimal decimal(String key) {
    BigDecimal value = values.get(key);
    if (value == null) {
      throw new ThresholdMissing(key);
    }
    return value;
  }

  private static int wholeNumber(String key, BigDecimal value) {
    try {
      return value.intValueExact();
    } catch (ArithmeticException notWhole) {
      throw new IllegalArgumentException(key + " is not a whole number: " + value, notWhole);
    }
  }
}
