package cn.jianfu.report.compliance;

import cn.jianfu.report.compliance.domain.Band;
import cn.jianfu.report.compliance.domain.Change;
import cn.jianfu.report.compliance.domain.GreyBecause;
import cn.jianfu.report.compliance.domain.TownCompliance;
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
    List<RuleCell> rules) {

  /**
   * A rule in a town.
   *
   * @param violations findings that count
   * @param exposure live subjects that it could apply to; 0 where it does not apply
   */
  public record RuleCell(String rule, long violations, long exposure) {}

  /** The score as it is shown: none where too little is known. */
  @Nullable BigDecimal shownScore() {
    return band == Band.GREY ? null : effective;
  }

  static TownRow of(TownCompliance compliance) {
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
        cells(compliance));
  }

  private static List<RuleCell> cells(TownCompliance compliance) {
    return compliance.score().areas().stream()
        .flatMap(area -> area.terms().stream())
        .map(term -> new RuleCell(term.rule(), term.effectiveViolations(), term.exposure()))
        .toList();
  }
}
