package cn.jianfu.report.console;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which number is to be tried.
 *
 * @param key of the threshold; empty before one is chosen
 * @param value as it was typed
 */
record TrialForm(String key, String value) {

  private static final BigDecimal MOST = new BigDecimal(1_000_000);
  private static final int MOST_DECIMALS = 4;

  static TrialForm of(@Nullable String key, @Nullable String value) {
    return new TrialForm(key == null ? "" : key, value == null ? "" : value.strip());
  }

  /** Whether there is something to try. */
  boolean asks() {
    return !key.isEmpty() && !value.isEmpty();
  }

  /** The number; empty when it is none, or none that a threshold can be. */
  Optional<BigDecimal> number() {
    try {
      BigDecimal number = new BigDecimal(value);
      boolean plain = number.stripTrailingZeros().scale() <= MOST_DECIMALS;
      return plain && number.signum() >= 0 && number.compareTo(MOST) <= 0
          ? Optional.of(number)
          : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
