package cn.jianfu.report.closing.domain;

import cn.jianfu.report.compliance.domain.Coverage;
import cn.jianfu.report.compliance.domain.Metric;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One number of a result, with what it is made of as far as it is made of anything.
 *
 * @param text for what is no number: a band, a version
 */
public record Figures(
    @Nullable String text,
    @Nullable BigDecimal value,
    @Nullable Long numerator,
    @Nullable Long denominator,
    @Nullable Long excluded,
    @Nullable Long unknown) {

  static Figures text(@Nullable String text) {
    return new Figures(text, null, null, null, null, null);
  }

  static Figures number(@Nullable BigDecimal value) {
    return new Figures(null, value, null, null, null, null);
  }

  static Figures number(long value) {
    return number(BigDecimal.valueOf(value));
  }

  static Figures of(Coverage coverage) {
    return new Figures(
        null, coverage.value(), coverage.received(), coverage.expected(), null, null);
  }

  static Figures of(Metric metric) {
    return new Figures(
        null,
        metric.value(),
        metric.numerator(),
        metric.denominator(),
        metric.excluded(),
        metric.unknown());
  }

  /** Whether a person would read the same: 0.5 is 0.50. */
  boolean saysTheSameAs(Figures other) {
    return Objects.equals(text, other.text)
        && sameNumber(value, other.value)
        && Objects.equals(numerator, other.numerator)
        && Objects.equals(denominator, other.denominator)
        && Objects.equals(excluded, other.excluded)
        && Objects.equals(unknown, other.unknown);
  }

  private static boolean sameNumber(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }
}
