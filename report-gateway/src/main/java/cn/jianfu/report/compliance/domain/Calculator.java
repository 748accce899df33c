package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.finding.domain.Severity;
import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.reference.domain.RuleSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The one calculator: facts and a day lead to a town's compliance, and nothing else does. */
public final class Calculator {

  /** Rises when the score's formula changes. */
  static final int FORMULA_VERSION = 1;

  private Calculator() {}

  /** How the town stood at the end of that day, as it is known now. */
  public static TownCompliance of(TownFacts facts, LocalDate date) {
    return facts
        .district()
        .ruleSets()
        .inForceOn(date)
        .map(ruleSet -> byRules(facts, date, ruleSet))
        .orElseGet(() -> withoutRules(facts, date));
  }

  private static TownCompliance byRules(TownFacts facts, LocalDate date, RuleSet ruleSet) {
    Limits limits = new Limits(ruleSet);
    Day day = Day.of(facts, date, limits);
    CompositeScore score = Scoring.of(day);
    Coverage coverage = Coverage.of(facts, date, limits.coverageDays());
    return new TownCompliance(
        facts.town(),
        date,
        ruleSet.key(),
        FORMULA_VERSION,
        Band.of(score.effective(), coverage.isEnough(limits.leastCoverage()), limits),
        score,
        delta(score, effectiveScoreOn(facts, date.minusDays(Changes.DAYS))),
        coverage,
        metrics(day),
        bySeverity(day.counting()),
        day.counting().stream().filter(it -> it.state() == ShownState.SUSPECTED).count(),
        Changes.of(facts, date));
  }

  // Nothing is scanned and nothing judged before there are rules: all is unknown.
  private static TownCompliance withoutRules(TownFacts facts, LocalDate date) {
    return new TownCompliance(
        facts.town(),
        date,
        null,
        FORMULA_VERSION,
        Band.GREY,
        new CompositeScore(null, null, List.of()),
        null,
        new Coverage(date, 0, 0, null),
        List.of(),
        bySeverity(List.of()),
        0,
        Changes.of(facts, date));
  }

  private static Optional<BigDecimal> effectiveScoreOn(TownFacts facts, LocalDate date) {
    return facts
        .district()
        .ruleSets()
        .inForceOn(date)
        .map(ruleSet -> Scoring.of(Day.of(facts, date, new Limits(ruleSet))))
        .flatMap(score -> Optional.ofNullable(score.effective()));
  }

  private static @Nullable BigDecimal delta(CompositeScore now, Optional<BigDecimal> before) {
    BigDecimal effective = now.effective();
    return effective == null ? null : before.map(effective::subtract).orElse(null);
  }

  private static List<Metric> metrics(Day day) {
    return List.of(
        GroupMetrics.m01(day),
        GroupMetrics.m02(day),
        GroupMetrics.m03(day),
        GroupMetrics.m04(day),
        GroupMetrics.m05(day),
        UseMetrics.m06(day),
        UseMetrics.m07(day),
        UseMetrics.m08(day),
        UseMetrics.m09(day),
        UseMetrics.m51(day),
        UseMetrics.m60(day));
  }

  private static Map<String, Long> bySeverity(List<OpenFinding> findings) {
    Map<String, Long> counts = new TreeMap<>();
    for (Severity severity : Severity.values()) {
      counts.put(
          severity.code(),
          findings.stream().filter(it -> it.fact().detected().severity() == severity).count());
    }
    return counts;
  }
}
