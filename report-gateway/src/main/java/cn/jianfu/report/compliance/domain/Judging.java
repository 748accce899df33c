package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.finding.domain.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of what the rules are to judge could be judged (研判覆盖). Whoever does not send what a rule
 * needs has no finding of it; that is unknown and not good.
 *
 * @param value over the rules that have a subject here, the share that they could judge, weighed by
 *     severity; 1 is 100 %, null when nobody counted it or nothing was to be judged
 * @param rules those that could not judge all, by id
 */
public record Judging(@Nullable BigDecimal value, List<OfRule> rules) {

  /** Of a day on which nobody counted. */
  public static final Judging UNCOUNTED = new Judging(null, List.of());

  private static final int SCALE = 3;

  /**
   * What a rule could judge and what not.
   *
   * @param judged live subjects of which enough is known
   * @param unjudged live subjects of which it is not
   */
  public record OfRule(String rule, BigDecimal weight, long judged, long unjudged) {

    private boolean isBelow(BigDecimal least) {
      BigDecimal subjects = BigDecimal.valueOf(judged + unjudged);
      return BigDecimal.valueOf(judged).compareTo(least.multiply(subjects)) < 0;
    }

    private BigDecimal weighed() {
      return weight
          .multiply(BigDecimal.valueOf(judged))
          .divide(BigDecimal.valueOf(judged + unjudged), 2 * SCALE, RoundingMode.HALF_UP);
    }
  }

  static Judging of(Day day) {
    LoadFact.Summary said = day.facts().townLoadOn(day.date()).orElse(null);
    return said == null || said.unjudged() == null
        ? UNCOUNTED
        : of(day, said.exposure(), said.unjudged());
  }

  private static Judging of(Day day, Map<String, Integer> judged, Map<String, Integer> unjudged) {
    List<OfRule> rules =
        day.limits().ruleSet().enabledRules().entrySet().stream()
            .map(rule ->
                new OfRule(
                    rule.getKey(),
                    day.limits().weight(Severity.coded(rule.getValue().severity())),
                    judged.getOrDefault(rule.getKey(), 0),
                    unjudged.getOrDefault(rule.getKey(), 0)))
            .filter(it -> it.judged() + it.unjudged() > 0)
            .toList();
    return new Judging(share(rules), rules.stream().filter(it -> it.unjudged() > 0).toList());
  }

  private static @Nullable BigDecimal share(List<OfRule> rules) {
    BigDecimal all = rules.stream().map(OfRule::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    return all.signum() == 0
        ? null
        : rules.stream()
            .map(OfRule::weighed)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(all, SCALE, RoundingMode.HALF_UP);
  }

  /** Rules that could judge less than that share of their subjects. */
  List<OfRule> below(BigDecimal least) {
    return rules.stream().filter(it -> it.isBelow(least)).toList();
  }

  /** Uncounted is what earlier versions left, and no town's silence. */
  boolean isEnough(BigDecimal least) {
    return value == null || value.compareTo(least) >= 0;
  }
}
