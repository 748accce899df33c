package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.XINDIAN;
import static cn.jianfu.report.compliance.domain.Fixtures.aFinding;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static cn.jianfu.report.compliance.domain.WorkedExamplesTest.metric;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UnknownDaysTest {

  private static final LocalDate EXAMINED = TODAY.minusDays(20);
  private static final GroupFact REPORTING =
      aGroup("a").filed(TODAY.minusDays(120)).countersFor(120, TODAY, 5).known();

  @Test
  void aDayBeforeTheFirstExaminationIsUnknownAndNotPerfect() {
    TownCompliance before = on(EXAMINED.minusDays(1), facts());

    assertThat(before.band()).isEqualTo(Band.GREY);
    assertThat(before.greyBecause()).isEqualTo(GreyBecause.NOT_EXAMINED);
    assertThat(before.score().effective()).isNull();
    assertThat(before.score().raw()).isNull();
  }

  @Test
  void theDayOfTheFirstExaminationIsJudged() {
    TownCompliance first = on(EXAMINED, facts());

    assertThat(first.band()).isEqualTo(Band.GREEN);
    assertThat(first.greyBecause()).isNull();
    assertThat(first.score().effective()).isEqualByComparingTo("100");
  }

  @Test
  void aFindingProvesThatSomebodyLookedAlthoughNoSummaryHasCome() {
    TownFacts facts =
        new TownFacts(
            XINDIAN,
            district(rules().with("G-ZOMB", "M").set()),
            List.of(REPORTING),
            List.of(aFinding("G-ZOMB", "a").raised(EXAMINED).known()),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    assertThat(on(EXAMINED, facts).band()).isEqualTo(Band.RED);
    assertThat(on(EXAMINED.minusDays(1), facts).greyBecause()).isEqualTo(GreyBecause.NOT_EXAMINED);
  }

  @Test
  void anExaminationWithoutReportsIsTooLittle() {
    TownFacts silent = facts(aGroup("silent").filed(TODAY.minusDays(120)).known());

    TownCompliance today = on(TODAY, silent);

    assertThat(today.band()).isEqualTo(Band.GREY);
    assertThat(today.greyBecause()).isEqualTo(GreyBecause.TOO_LITTLE_DATA);
    assertThat(today.coverage().value()).isEqualByComparingTo("0");
  }

  @Test
  void anExaminationThatHadNothingToApplyToSaysSo() {
    TownFacts facts =
        new TownFacts(
            XINDIAN,
            district(rules().with("G-TEMP", "M").set()),
            List.of(REPORTING),
            List.of(),
            List.of(summaryOf(EXAMINED, Map.of())),
            List.of(),
            List.of(),
            List.of());

    assertThat(on(TODAY, facts).greyBecause()).isEqualTo(GreyBecause.NOTHING_APPLIES);
  }

  @Test
  void withoutRulesTheReasonIsThatThereWereNone() {
    assertThat(on(LocalDate.of(2025, 12, 31), facts()).greyBecause())
        .isEqualTo(GreyBecause.NO_RULES);
  }

  @Test
  void whatNobodyLookedForIsNotZero() {
    TownCompliance before = on(EXAMINED.minusDays(1), facts());

    for (String id : List.of("M07", "M08", "M51")) {
      assertThat(metric(before, id).value()).as(id).isNull();
    }
    assertThat(metric(before, "M08").unknown()).isEqualTo(1);
    assertThat(metric(on(EXAMINED, facts()), "M07").value()).isEqualByComparingTo("0");
  }

  @Test
  void aRegisterOfWhichNothingIsKnownIsNotEmpty() {
    LocalDate beforeAll = TODAY.minusDays(200);

    assertThat(metric(on(beforeAll, facts()), "M01").value()).isNull();
    assertThat(metric(on(TODAY, facts()), "M01").value()).isEqualByComparingTo("1");
  }

  @Test
  void aScoreIsNotComparedWithADayThatHasNone() {
    assertThat(on(EXAMINED.plusDays(6), facts()).delta()).isNull();
    assertThat(on(EXAMINED.plusDays(7), facts()).delta()).isEqualByComparingTo("0");
  }

  private static TownCompliance on(LocalDate day, TownFacts facts) {
    return Calculator.of(facts, day);
  }

  private static TownFacts facts(GroupFact... more) {
    return new TownFacts(
        XINDIAN,
        district(rules().with("G-ZOMB", "M").set()),
        more.length == 0 ? List.of(REPORTING) : List.of(more),
        List.of(),
        List.of(summaryOf(EXAMINED, Map.of("G-ZOMB", 1))),
        List.of(),
        List.of(),
        List.of());
  }

  private static LoadFact summaryOf(LocalDate day, Map<String, Integer> exposure) {
    var days = new TreeMap<LocalDate, LoadFact.Summary>();
    days.put(day, new LoadFact.Summary(new TreeMap<>(Map.of(1, 9)), exposure, null, Map.of()));
    return new LoadFact(XINDIAN, true, days);
  }
}
