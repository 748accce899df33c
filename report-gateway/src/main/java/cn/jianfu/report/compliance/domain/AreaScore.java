package cn.jianfu.report.compliance.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The score of an area (工作群, 报表, 投票, 督查), with the terms that it is made of.
 *
 * @param raw of all findings that hold, however they are judged, and hence without the cap; null
 *     when no rule of the area applies
 * @param effective without the dismissed and exempt ones, and no more than the cap
 * @param capped whether a confirmed blocker holds the effective score down
 * @param notApplicable rules that are on and have no subject here
 */
public record AreaScore(
    String area,
    BigDecimal weight,
    @Nullable BigDecimal raw,
    @Nullable BigDecimal effective,
    boolean capped,
    List<Term> terms,
    List<String> notApplicable) {

  static AreaScore of(
      String area,
      BigDecimal weight,
      List<Term> terms,
      List<String> notApplicable,
      @Nullable BigDecimal cap) {
    BigDecimal raw = score(terms, Term::rawShare);
    // All subjects of a rule may be exempt: then it is part of the raw score alone.
    BigDecimal effective =
        score(terms.stream().filter(term -> term.exposure() > 0).toList(), Term::effectiveShare);
    return new AreaScore(
        area,
        weight,
        raw,
        atMost(effective, cap),
        cap != null && effective != null && effective.compareTo(cap) > 0,
        terms,
        notApplicable);
  }

  private static @Nullable BigDecimal score(List<Term> terms, Function<Term, BigDecimal> share) {
    BigDecimal weights = terms.stream().map(Term::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (weights.signum() == 0) {
      return null;
    }
    BigDecimal sum =
        terms.stream()
            .map(term -> term.weight().multiply(share.apply(term)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.multiply(BigDecimal.valueOf(100))
        .divide(weights, MathContext.DECIMAL64)
        .setScale(CompositeScore.SCALE, RoundingMode.HALF_UP);
  }

  private static @Nullable BigDecimal atMost(@Nullable BigDecimal score, @Nullable BigDecimal cap) {
    return score == null || cap == null
        ? score
        : score.min(cap.setScale(CompositeScore.SCALE, RoundingMode.HALF_UP));
  }
}
