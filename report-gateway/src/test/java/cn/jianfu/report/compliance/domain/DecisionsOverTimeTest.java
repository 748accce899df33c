package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.roundOpened;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static cn.jianfu.report.compliance.domain.Fixtures.town;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.domain.CleanupDecision.Kind;
import cn.jianfu.report.reference.domain.InspectionRound;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was decided about groups, on the days on which it stood: M01, M04 and M05. */
class DecisionsOverTimeTest {

  private static final LocalDate LONG_AGO = TODAY.minusDays(150);
  private static final LocalDate OPENED = TODAY.minusDays(60);

  @Test
  void theRegisterHasWhatIsFiledAndNotYetGone() {
    Metric metric =
        metric(
            "M01",
            TODAY,
            in("observed", GroupState.OBSERVED),
            in("declared", GroupState.DECLARED),
            in("filed", GroupState.FILED),
            in("active", GroupState.ACTIVE),
            in("warned", GroupState.WARNED),
            in("dissolving", GroupState.DISSOLVING),
            in("merging", GroupState.MERGING),
            in("dissolved", GroupState.DISSOLVED),
            in("merged", GroupState.MERGED),
            in("archived", GroupState.ARCHIVED));

    assertThat(metric.value()).isEqualByComparingTo("5");
    assertThat(metric.excluded()).isEqualTo(2);
  }

  @Test
  void whatTheNextRoundDecidesTakesNothingOfTheDaysOfTheOneBefore() {
    GroupFact twice =
        aGroup("twice")
            .filed(LONG_AGO)
            .decided(decision(Kind.KEEP, OPENED.plusDays(3), "2026-1"))
            .decided(decision(Kind.KEEP, TODAY.minusDays(5), "2026-2"))
            .known();

    assertThat(metric("M04", OPENED.plusDays(2), twice).numerator()).isZero();
    assertThat(metric("M04", TODAY.minusDays(20), twice).numerator()).isEqualTo(1);
    InspectionRound second =
        new InspectionRound(
            "2026-2", "复查", "Second", Fixtures.DISTRICT, TODAY.minusDays(10), TODAY, null);
    TownFacts facts =
        town(
            district(rules().set(), roundOpened(OPENED), second),
            List.of(twice),
            List.of(),
            Map.of());
    assertThat(of(facts, "M04", TODAY.minusDays(11)).numerator()).isEqualTo(1);
    assertThat(of(facts, "M04", TODAY.minusDays(6)).numerator()).isZero();
    assertThat(of(facts, "M04", TODAY).numerator()).isEqualTo(1);
  }

  @Test
  void ofARoundAreTheDecisionsThatNameItOrWereMadeSinceItOpened() {
    Metric metric =
        metric(
            "M04",
            TODAY,
            decided("before", decision(Kind.KEEP, OPENED.minusDays(9), null)),
            decided("of it, earlier", decision(Kind.KEEP, OPENED.minusDays(1), "2026-1")),
            decided("since", decision(Kind.KEEP, OPENED.plusDays(1), null)),
            decided("withdrawn", withdrawn(OPENED.plusDays(1), TODAY)),
            aGroup("undecided").filed(LONG_AGO).known());

    assertThat(metric.numerator()).isEqualTo(2);
    assertThat(metric.denominator()).isEqualTo(5);
  }

  @Test
  void anOverdueDecisionStaysOverdueOnItsDaysWhateverReplacesIt() {
    GroupFact replaced =
        aGroup("replaced")
            .filed(LONG_AGO)
            .decided(due(Kind.DISSOLVE, OPENED, OPENED.plusDays(10), null))
            .decided(decision(Kind.KEEP, OPENED.plusDays(20), "2026-1"))
            .known();

    assertThat(metric("M05", OPENED.plusDays(9), replaced).value()).isNull();
    assertThat(metric("M05", OPENED.plusDays(15), replaced).value()).isEqualByComparingTo("0");
    assertThat(metric("M05", OPENED.plusDays(20), replaced).value()).isNull();
  }

  @Test
  void carriedOutIsCountedAmongWhatWasDueOrDone() {
    Metric metric =
        metric(
            "M05",
            TODAY,
            decided("kept", decision(Kind.KEEP, OPENED, null)),
            decided("standardised", due(Kind.STANDARDISE, OPENED, TODAY, TODAY.minusDays(3))),
            decided("early", due(Kind.STANDARDISE, OPENED, TODAY.plusDays(9), TODAY)),
            decided("due today", due(Kind.DISSOLVE, OPENED, TODAY, null)),
            decided("not yet", due(Kind.DISSOLVE, OPENED, TODAY.plusDays(1), null)),
            decided("withdrawn", withdrawn(OPENED, TODAY.minusDays(1))));

    assertThat(metric.numerator()).isEqualTo(2);
    assertThat(metric.denominator()).isEqualTo(3);
    assertThat(metric.excluded()).isEqualTo(2);
  }

  @Test
  void aGroupThatWasEndedOnPaperAndRestoredWasNotCarriedOut() {
    GroupFact restored =
        aGroup("restored")
            .filed(LONG_AGO)
            .decided(due(Kind.DISSOLVE, OPENED, OPENED.plusDays(10), OPENED.plusDays(9)))
            .entered(GroupState.DISSOLVED, OPENED.plusDays(9))
            .entered(GroupState.ACTIVE, OPENED.plusDays(15))
            .known();

    assertThat(metric("M05", OPENED.plusDays(12), restored).value()).isEqualByComparingTo("1");
    assertThat(metric("M05", OPENED.plusDays(15), restored).numerator()).isZero();
    assertThat(metric("M04", OPENED.plusDays(15), restored).numerator()).isZero();
    assertThat(restored.decisionOn(OPENED.plusDays(14))).isPresent();
    assertThat(restored.decisionOn(OPENED.plusDays(15))).isEmpty();
  }

  private static GroupFact in(String id, GroupState state) {
    return aGroup(id).entered(state, TODAY.minusDays(9)).known();
  }

  private static GroupFact decided(String id, CleanupDecision decision) {
    return aGroup(id).filed(LONG_AGO).decided(decision).known();
  }

  private static CleanupDecision decision(Kind kind, LocalDate on, @Nullable String round) {
    return new CleanupDecision(kind, on, on.plusDays(10), round, null, null);
  }

  private static CleanupDecision due(
      Kind kind, LocalDate on, LocalDate dueOn, @Nullable LocalDate executedOn) {
    return new CleanupDecision(kind, on, dueOn, "2026-1", executedOn, null);
  }

  private static CleanupDecision withdrawn(LocalDate on, LocalDate withdrawnOn) {
    return new CleanupDecision(Kind.DISSOLVE, on, on.plusDays(10), "2026-1", null, withdrawnOn);
  }

  private static Metric metric(String id, LocalDate day, GroupFact... groups) {
    return of(
        town(district(rules().set(), roundOpened(OPENED)), List.of(groups), List.of(), Map.of()),
        id,
        day);
  }

  private static Metric of(TownFacts facts, String id, LocalDate day) {
    return WorkedExamplesTest.metric(Calculator.of(facts, day), id);
  }
}
