package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.XINDIAN;
import static cn.jianfu.report.compliance.domain.Fixtures.aFinding;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static cn.jianfu.report.compliance.domain.Fixtures.town;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.finding.domain.Severity;
import cn.jianfu.report.finding.domain.Verdict;
import cn.jianfu.report.reference.domain.Exemption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScoreTest {

  private static final GroupFact REPORTING =
      aGroup("a").filed(TODAY.minusDays(90)).countersFor(90, TODAY, 5).known();

  @Test
  void aDismissedFindingLowersTheRawScoreOnly() {
    TownCompliance compliance =
        scored(
            aFinding("G-ZOMB", "a")
                .raised(TODAY.minusDays(3))
                .judged(Verdict.DISMISSED, TODAY.minusDays(1))
                .known());

    assertThat(compliance.score().raw()).isEqualByComparingTo("75.0");
    assertThat(compliance.score().effective()).isEqualByComparingTo("100.0");
    assertThat(compliance.openFindings().get("M")).isZero();
  }

  @Test
  void anExemptFindingLowersTheRawScoreOnly() {
    Exemption flood =
        new Exemption("x", "G-ZOMB", XINDIAN, null, "防汛", "区防指", TODAY.minusDays(1), TODAY, null);
    TownFacts facts =
        town(
            district(rules().with("G-ZOMB", "M").set(), List.of(flood)),
            List.of(REPORTING),
            List.of(aFinding("G-ZOMB", "a").raised(TODAY.minusDays(3)).known()),
            Map.of("G-ZOMB", 4));

    assertThat(Calculator.of(facts, TODAY).score().raw()).isEqualByComparingTo("75.0");
    assertThat(Calculator.of(facts, TODAY).score().effective()).isEqualByComparingTo("100.0");
    assertThat(Calculator.of(facts, TODAY.plusDays(1)).score().effective())
        .isEqualByComparingTo("75.0");
  }

  /** The detector raises nothing that is exempt; that it is there is counted all the same. */
  @Test
  void whatIsKeptFromBeingRaisedLowersTheRawScoreOnly() {
    TownCompliance compliance = exempting(Map.of("G-ZOMB", 3), Map.of("G-ZOMB", 1, "G-TEMP", 2));

    assertThat(compliance.score().raw()).isEqualByComparingTo("75.0");
    assertThat(compliance.score().effective()).isEqualByComparingTo("100.0");
    assertThat(compliance.score().areas().getFirst().terms())
        .singleElement()
        .satisfies(term -> assertThat(term.exempt()).isOne());
    assertThat(metric(compliance, "M07").excluded()).isEqualTo(2);
    assertThat(metric(compliance, "M51").excluded()).isEqualTo(3);
  }

  @Test
  void exemptingTheLastSubjectAsWellMakesTheRawScoreNoBetter() {
    CompositeScore score = exempting(Map.of("G-ZOMB", 0), Map.of("G-ZOMB", 4)).score();

    assertThat(score.raw()).isEqualByComparingTo("0.0");
    assertThat(score.effective()).isNull();
  }

  private static TownCompliance exempting(
      Map<String, Integer> exposure, Map<String, Integer> exempt) {
    NavigableMap<LocalDate, LoadFact.Summary> days = new TreeMap<>();
    days.put(TODAY, new LoadFact.Summary(new TreeMap<>(), exposure, null, exempt));
    TownFacts facts =
        new TownFacts(
            XINDIAN,
            district(rules().with("G-ZOMB", "M").set()),
            List.of(REPORTING),
            List.of(),
            List.of(new LoadFact(XINDIAN, true, days)),
            List.of(),
            List.of(),
            List.of());
    return Calculator.of(facts, TODAY);
  }

  private static Metric metric(TownCompliance compliance, String id) {
    return compliance.metrics().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void onlyAConfirmedBlockerCapsTheArea() {
    var blocker = aFinding("G-ZOMB", "a").severity(Severity.BLOCKER).raised(TODAY.minusDays(3));

    assertThat(scored(blocker.known()).score().effective()).isEqualByComparingTo("75.0");

    TownCompliance confirmed =
        scored(blocker.judged(Verdict.CONFIRMED, TODAY.minusDays(1)).known());

    assertThat(confirmed.score().effective()).isEqualByComparingTo("59.0");
    assertThat(confirmed.score().areas().getFirst().effective()).isEqualByComparingTo("59.0");
    assertThat(confirmed.score().areas().getFirst().capped()).isTrue();
    assertThat(confirmed.band()).isEqualTo(Band.RED);
  }

  @Test
  void theRawScoreIsThatOfAllFindingsAndNoJudgementMovesIt() {
    var blocker = aFinding("G-ZOMB", "a").severity(Severity.BLOCKER).raised(TODAY.minusDays(3));
    TownCompliance suspected = scored(blocker.known());
    TownCompliance confirmed =
        scored(blocker.judged(Verdict.CONFIRMED, TODAY.minusDays(1)).known());

    assertThat(suspected.score().raw()).isEqualByComparingTo("75.0");
    assertThat(confirmed.score().raw()).isEqualByComparingTo("75.0");
    assertThat(confirmed.score().areas().getFirst().raw()).isEqualByComparingTo("75.0");
    assertThat(confirmed.formulaVersion()).isEqualTo(6);
  }

  @Test
  void areasWithoutDataDoNotCount() {
    TownCompliance compliance = scored();

    assertThat(compliance.score().effective()).isEqualByComparingTo("100.0");
    assertThat(compliance.score().areas()).extracting(AreaScore::area).contains("form", "vote");
    assertThat(compliance.band()).isEqualTo(Band.GREEN);
  }

  @Test
  void moreViolationsThanSubjectsAreNoLessThanZero() {
    TownFacts facts =
        town(
            district(rules().with("G-ZOMB", "M").set()),
            List.of(REPORTING),
            List.of(
                aFinding("G-ZOMB", "a").raised(TODAY).known(),
                aFinding("G-ZOMB", "b").raised(TODAY).known()),
            Map.of("G-ZOMB", 1));

    assertThat(Calculator.of(facts, TODAY).score().effective()).isEqualByComparingTo("0.0");
  }

  /** Who sends less of what a rule needs is no better off than before. */
  @Test
  void whatIsOpenCountsWhereNothingCanBeJudgedAnyMore() {
    FindingFact open = aFinding("G-ZOMB", "a").raised(TODAY.minusDays(30)).known();

    assertThat(judging(0, open).score().effective()).isEqualByComparingTo("0.0");
    assertThat(judging(0, open).score().areas().getFirst().terms())
        .singleElement()
        .satisfies(term -> assertThat(term.exposure()).isOne());
    assertThat(judging(1, open, aFinding("G-ZOMB", "b").raised(TODAY).known()).score().effective())
        .isEqualByComparingTo("0.0");
  }

  @Test
  void whatIsDismissedMakesNoTermOfARuleThatCouldJudgeNothing() {
    TownCompliance compliance =
        judging(
            0,
            aFinding("G-ZOMB", "a")
                .raised(TODAY.minusDays(3))
                .judged(Verdict.DISMISSED, TODAY.minusDays(1))
                .known());

    assertThat(compliance.score().areas().getFirst().terms()).isEmpty();
  }

  private static TownCompliance judging(int exposure, FindingFact... findings) {
    return Calculator.of(
        town(
            district(rules().with("G-ZOMB", "M").set()),
            List.of(REPORTING),
            List.of(findings),
            Map.of("G-ZOMB", exposure)),
        TODAY);
  }

  @Test
  void theDeltaIsAgainstTheWeekBefore() {
    TownCompliance compliance = scored(aFinding("G-ZOMB", "a").raised(TODAY.minusDays(3)).known());

    assertThat(compliance.delta()).isEqualByComparingTo("-25.0");
  }

  private static TownCompliance scored(FindingFact... findings) {
    return judging(4, findings);
  }
}
