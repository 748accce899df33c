package cn.jianfu.report.compliance.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The compliance index (合规指数).
 *
 * @param raw of all findings that hold, whatever people said of them; null when nothing applies
 * @param effective without the dismissed and exempt ones; a confirmed blocker caps its area
 */
public record CompositeScore(
    @Nullable BigDecimal raw, @Nullable BigDecimal effective, List<AreaScore> areas) {

  /** Scores are shown with one decimal, and judged as they are shown. */
  static final int SCALE = 1;

  static CompositeScore of(List<AreaScore> areas) {
    return new CompositeScore(
        weighted(areas, AreaScore::raw), weighted(areas, AreaScore::effective), areas);
  }

  private static @Nullable BigDecimal weighted(
      List<AreaScore> areas, Function<AreaScore, @Nullable BigDecimal> score) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    for (AreaScore area : areas) {
      BigDecimal value = score.apply(area);
      if (value != null) {
        sum = sum.add(value.multiply(area.weight()));
        weights = weights.add(area.weight());
      }
    }
    return weights.signum() == 0
        ? null
        : sum.divide(weights, MathContext.DECIMAL64).setScale(SCALE, RoundingMode.HALF_UP);
  }
}
