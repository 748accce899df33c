package cn.jianfu.report.compliance.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Quantiles by linear interpolation between the two nearest values. */
final class Quantiles {

  private static final int SCALE = 2;

  private Quantiles() {}

  /**
   * The value below which that share of the values lies; null when there are none.
   *
   * @param share from 0 to 1; 0.5 is the median
   */
  static @Nullable BigDecimal of(Collection<? extends Number> values, double share) {
    List<Double> sorted = values.stream().map(Number::doubleValue).sorted().toList();
    if (sorted.isEmpty()) {
      return null;
    }
    double at = share * (sorted.size() - 1);
    int below = (int) Math.floor(at);
    int above = (int) Math.ceil(at);
    double value = sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
    return BigDecimal.valueOf(value).setScale(SCALE, RoundingMode.HALF_UP);
  }
}
