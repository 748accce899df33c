package cn.jianfu.report.compliance;

import cn.jianfu.report.compliance.domain.Band;
import cn.jianfu.report.compliance.domain.Calculator;
import cn.jianfu.report.compliance.domain.Change;
import cn.jianfu.report.compliance.domain.GreyBecause;
import cn.jianfu.report.compliance.domain.Reports;
import cn.jianfu.report.compliance.domain.TownCompliance;
import cn.jianfu.report.compliance.domain.TownFacts;
import cn.jianfu.report.compliance.domain.Withdrawals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an overview shows of a town on a day.
 *
 * @param greyBecause why there is no band; null when there is one
 * @param raw score of all findings that hold
 * @param effective score without the dismissed and exempt ones
 * @param coverage reports received of those expected; 1 is 100 %
 * @param delta effective score against seven days before
 * @param openFindings by severity: B, M, m
 * @param unjudged of those, how many nobody has judged
 * @param changes of the last seven days, by kind
 * @param rules violations and exposure of each rule that applies
 * @param withdrawn declarations that were taken back as errors in the period of the clean-up rate;
 *     null where there are none, and of a row that an earlier version wrote
 * @param groups known by that day, with those that ended; null of a row that an earlier version
 *     wrote
 */
public record TownRow(
    String town,
    LocalDate day,
    @Nullable String ruleSet,
    Band band,
    @Nullable GreyBecause greyBecause,
    @Nullable BigDecimal raw,
    @Nullable BigDecimal effective,
    @Nullable BigDecimal coverage,
    @Nullable BigDecimal delta,
    Map<String, Long> openFindings,
    long unjudged,
    Map<Change.What, Integer> changes,
    List<RuleCell> rules,
    Withdrawals.@Nullable WithdrawalCount withdrawn,
    @Nullable Long groups) {

  /**
   * A rule in a town.
   *
   * @param violations findings that count
   * @param exposure live subjects that it could apply to; 0 where it does not apply
   */
  public record RuleCell(String rule, long violations, long exposure) {}

  /** Whether there is, or was, anything that it could be about. */
  boolean tellsOfGroups() {
    return groups == null ? rules.stream().anyMatch(it -> it.exposure() > 0) : groups > 0;
  }

  /** The score as it is shown: none where too little is known. */
  @Nullable BigDecimal shownScore() {
    return band == Band.GREY ? null : effective;
  }

  /**
   * One of several days.
   *
   * @param reports of the same facts, for all of these days
   */
  static TownRow of(TownFacts facts, Reports reports, LocalDate day) {
    return of(facts, Calculator.withoutMetrics(facts, reports, day));
  }

  /** How the town stood on that day. */
  static TownRow of(TownFacts facts, TownCompliance compliance) {
    return new TownRow(
        compliance.town(),
        compliance.asOf(),
        compliance.ruleSet(),
        compliance.band(),
        compliance.greyBecause(),
        compliance.score().raw(),
        compliance.score().effective(),
        compliance.coverage().value(),
        compliance.delta(),
        compliance.openFindings(),
        compliance.unjudged(),
        compliance.changes().counts(),
        cells(compliance),
        Withdrawals.count(facts, compliance.asOf()),
        facts.groupsKnownBy(compliance.asOf()));
  }

  private static List<RuleCell> cells(TownCompliance compliance) {
    return compliance.score().areas().stream()
        .flatMap(area -> area.terms().stream())
        .map(term -> new RuleCell(term.rule(), term.effectiveViolations(), term.exposure()))
        .toList();
  }
}
