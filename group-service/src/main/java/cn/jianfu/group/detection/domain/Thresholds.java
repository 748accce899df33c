package cn.jianfu.group.detection.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** The numbers of a rule set by their key, such as {@code zombie.idleDays}. */
public record Thresholds(Map<String, BigDecimal> values) {

  public Thresholds {
    values = Map.copyOf(values);
  }

  /**
   * A whole number.
   *
   * @throws ThresholdMissing when the rule set does not say, or says one that is not whole
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

  /** A number rounded up, of days to be read back; 0 when the rule set does not say. */
  public int days(String key) {
    return values.getOrDefault(key, BigDecimal.ZERO).setScale(0, RoundingMode.CEILING).intValue();
  }

  int wholeNumberOr(String key, int otherwise) {
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
    } catch (ArithmeticException _) {
      throw new ThresholdMissing(key, value);
    }
  }
}
