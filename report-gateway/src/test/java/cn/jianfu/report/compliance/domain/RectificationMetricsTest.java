package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.aFinding;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static cn.jianfu.report.compliance.domain.Fixtures.town;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.finding.domain.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** M52 to M54. Today is a Monday, and what is confirmed is due ten working days later. */
class RectificationMetricsTest {

  private static final LocalDate DUE_TODAY = TODAY.minusDays(14);
  private static final LocalDate OVERDUE = TODAY.minusDays(17);

  @Test
  void aConfirmedFindingIsDueTenWorkingDaysLater() {
    assertThat(metric("M52", confirmed(DUE_TODAY)).denominator()).isZero();
    assertThat(metric("M52", confirmed(DUE_TODAY)).excluded()).isEqualTo(1);
    assertThat(metric("M52", confirmed(OVERDUE)).denominator()).isEqualTo(1);
    assertThat(metric("M52", confirmed(OVERDUE)).value()).isEqualByComparingTo("0");
  }

  @Test
  void dissolvingTheGroupPutsItRightAndANewRuleOrAnExemptionDoesNot() {
    assertThat(metric("M52", closed("DATA")).value()).isEqualByComparingTo("1");
    assertThat(metric("M52", closed("SUBJECT_CLOSED")).value()).isEqualByComparingTo("1");
    assertThat(metric("M52", closed("RULE_SET")).denominator()).isZero();
    assertThat(metric("M52", closed("EXEMPTION")).denominator()).isZero();
  }

  @Test
  void whoOnlyCallsAGroupOtherwiseHasPutNothingRightAsLongAsItIsInUse() {
    FindingFact inUse =
        aFinding("G-REBOUND", "a")
            .raised(TODAY.minusDays(50))
            .judged(Verdict.CONFIRMED, OVERDUE)
            .cleared(TODAY.minusDays(9), "RELABELLED")
            .known();

    assertThat(metric("M52", inUse).denominator()).isEqualTo(1);
    assertThat(metric("M52", inUse).value()).isEqualByComparingTo("0");
    assertThat(metric("M52", closed("RELABELLED")).denominator()).as("it is gone").isZero();
    FindingFact corrected =
        aFinding("G-REBOUND", "a")
            .raised(TODAY.minusDays(50))
            .judged(Verdict.CONFIRMED, OVERDUE)
            .judged(Verdict.TAKEN_BACK, TODAY.minusDays(5))
            .cleared(TODAY.minusDays(9), "RELABELLED")
            .known();
    assertThat(metric("M52", corrected).denominator()).as("a correction").isZero();
  }

  @Test
  void whatNobodyConfirmedOrSomebodyTookBackIsNotDue() {
    FindingFact suspected = aFinding("G-ZOMB", "a").raised(TODAY.minusDays(50)).known();
    FindingFact takenBack =
        aFinding("G-ZOMB", "a")
            .raised(TODAY.minusDays(50))
            .judged(Verdict.CONFIRMED, TODAY.minusDays(40))
            .judged(Verdict.TAKEN_BACK, TODAY.minusDays(39))
            .known();

    assertThat(metric("M52", suspected).denominator()).isZero();
    assertThat(metric("M52", takenBack).denominator()).isZero();
  }

  @Test
  void theDayItselfIsNoWorkingDayOfTheTimeThatItTook() {
    FindingFact quick = confirmedAndCleared(10, 7);

    Metric metric = metric("M53", quick, closed("DATA"));

    // From Friday to Monday it is one working day; the other took five.
    assertThat(metric.value()).isEqualByComparingTo("3");
    assertThat(metric.denominator()).isEqualTo(2);
    assertThat(metric("M52", quick).details().get("inTime")).isEqualByComparingTo("1");
  }

  @Test
  void lateIsNotInTime() {
    FindingFact late = confirmedAndCleared(40, 2);

    assertThat(metric("M52", late).value()).isEqualByComparingTo("1");
    assertThat(metric("M52", late).details().get("inTime")).isEqualByComparingTo("0");
  }

  @Test
  void whatComesBackAfterItWasPutRightIsARecurrence() {
    FindingFact back =
        aFinding("G-ZOMB", "a")
            .raised(TODAY.minusDays(50))
            .judged(Verdict.CONFIRMED, TODAY.minusDays(40))
            .cleared(TODAY.minusDays(30))
            .raised(TODAY.minusDays(5))
            .known();

    assertThat(metric("M54", back, closed("DATA")).value()).isEqualByComparingTo("0.5");
    assertThat(metricOn(TODAY.minusDays(6), "M54", back, closed("DATA")).value())
        .isEqualByComparingTo("0");
  }

  private static FindingFact confirmed(LocalDate on) {
    return aFinding("G-ZOMB", "a")
        .raised(TODAY.minusDays(50))
        .judged(Verdict.CONFIRMED, on)
        .known();
  }

  private static FindingFact confirmedAndCleared(int confirmedDaysAgo, int clearedDaysAgo) {
    return aFinding("G-ZOMB", "a")
        .raised(TODAY.minusDays(50))
        .judged(Verdict.CONFIRMED, TODAY.minusDays(confirmedDaysAgo))
        .cleared(TODAY.minusDays(clearedDaysAgo))
        .known();
  }

  private static FindingFact closed(String why) {
    return aFinding("G-TEMP", "b")
        .raised(TODAY.minusDays(50))
        .judged(Verdict.CONFIRMED, OVERDUE)
        .cleared(TODAY.minusDays(9), why)
        .known();
  }

  private static Metric metric(String id, FindingFact... findings) {
    return metricOn(TODAY, id, findings);
  }

  private static Metric metricOn(LocalDate day, String id, FindingFact... findings) {
    GroupFact group = aGroup("a").filed(TODAY.minusDays(150)).known();
    return WorkedExamplesTest.metric(
        Calculator.of(
            town(
                district(rules().with("G-ZOMB", "M").set()),
                List.of(group),
                List.of(findings),
                Map.of()),
            day),
        id);
  }
}
