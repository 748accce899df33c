package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.XINDIAN;
import static cn.jianfu.report.compliance.domain.Fixtures.aFinding;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.roundOpened;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static cn.jianfu.report.compliance.domain.Fixtures.town;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static final LocalDate LONG_AGO = TODAY.minusDays(150);

  @Test
  void idleGroupsAreCountedAmongThoseOfWhichEnoughIsKnown() {
    GroupFact idle = aGroup("idle").filed(LONG_AGO).countersFor(100, TODAY, 1).known();
    GroupFact used = aGroup("used").filed(LONG_AGO).countersFor(100, TODAY, 2).known();
    GroupFact fresh = aGroup("fresh").filed(LONG_AGO).countersFor(10, TODAY, 0).known();
    GroupFact silent = aGroup("silent").filed(LONG_AGO).known();

    Metric metric = metric("M06", idle, used, fresh, silent);

    assertThat(metric.numerator()).isEqualTo(1);
    assertThat(metric.denominator()).isEqualTo(2);
    assertThat(metric.unknown()).isEqualTo(2);
    assertThat(metric.value()).isEqualByComparingTo("0.5");
  }

  @Test
  void aGroupIsIdleOnTheDayAfterTheLimitAndNotOnTheLimit() {
    GroupFact group =
        aGroup("a")
            .filed(LONG_AGO)
            .countersFor(70, TODAY.plusDays(1), 0)
            .countersFor(1, TODAY.minusDays(60), 9)
            .known();

    assertThat(metricOn(TODAY, "M06", group).numerator()).isZero();
    assertThat(metricOn(TODAY.plusDays(1), "M06", group).numerator()).isEqualTo(1);
  }

  @Test
  void aFeedThatBrokeOffMakesNoGroupIdle() {
    GroupFact group = aGroup("a").filed(LONG_AGO).countersFor(30, TODAY, 9).known();

    for (int later = 0; later < 200; later++) {
      Metric metric = metricOn(TODAY.plusDays(later), "M06", group);
      assertThat(metric.numerator()).isZero();
      assertThat(metric.unknown()).isEqualTo(later < 60 ? 0 : 1);
    }
  }

  @Test
  void aGroupThatTheDetectorCallsIdleIsIdle() {
    GroupFact group = aGroup("a").filed(LONG_AGO).countersFor(30, TODAY.minusDays(90), 9).known();

    TownFacts facts =
        town(
            district(rules().with("G-ZOMB", "M").set()),
            List.of(group),
            List.of(aFinding("G-ZOMB", "a").raised(TODAY.minusDays(20)).known()),
            Map.of());

    Metric metric = WorkedExamplesTest.metric(Calculator.of(facts, TODAY), "M06");

    assertThat(metric.numerator()).isEqualTo(1);
    assertThat(metric.denominator()).isEqualTo(1);
    assertThat(metric.unknown()).isZero();
  }

  @Test
  void groupsKnownFromAnySourceAreTheDenominatorOfTheFilingRate() {
    GroupFact filed = aGroup("filed").filed(LONG_AGO).known();
    GroupFact declared = aGroup("declared").entered(GroupState.DECLARED, LONG_AGO).known();
    GroupFact observed = aGroup("observed").entered(GroupState.OBSERVED, LONG_AGO).known();
    GroupFact gone = aGroup("gone").filed(LONG_AGO).dissolved(TODAY.minusDays(9)).known();

    Metric metric = metric("M02", filed, declared, observed, gone);

    assertThat(metric.numerator()).isEqualTo(1);
    assertThat(metric.denominator()).isEqualTo(3);
    assertThat(metric.excluded()).isEqualTo(1);
  }

  @Test
  void whoIsInAGroupIsUnknownWhereNobodySays() {
    GroupFact silent = aGroup("silent").filed(LONG_AGO).known();
    GroupFact listed = aGroup("listed").filed(LONG_AGO).members(TODAY.minusDays(9), 40).known();
    GroupFact alike = aGroup("alike").filed(LONG_AGO).known();
    TownFacts facts =
        town(
            district(rules().with("G-DUPM", "M").set()),
            List.of(silent, listed, alike),
            List.of(aFinding("G-DUPM", "alike", "listed").raised(TODAY.minusDays(2)).known()),
            Map.of());

    assertThat(WorkedExamplesTest.metric(Calculator.of(facts, TODAY), "M08").unknown())
        .as("of what is in a cluster it is known")
        .isEqualTo(1);
    assertThat(WorkedExamplesTest.metric(Calculator.of(facts, TODAY), "M09").unknown())
        .isEqualTo(2);
  }

  @Test
  void aRenameThatIsFiledTakesNothingOfTheFilingBefore() {
    GroupFact renamed = aGroup("renamed").filed(LONG_AGO).renameFiled(TODAY.plusDays(1)).known();

    assertThat(metric("M02", renamed).numerator()).isEqualTo(1);
  }

  @Test
  void withoutARoundThereIsNoCleanUpRate() {
    assertThat(metric("M03", aGroup("a").filed(LONG_AGO).known()).value()).isNull();
    assertThat(metric("M04", aGroup("a").filed(LONG_AGO).known()).value()).isNull();
  }

  @Test
  void aGroupCreatedBeforeTheRoundAndDeclaredInItIsInTheBaseline() {
    LocalDate opened = TODAY.minusDays(20);
    TownFacts facts =
        town(
            district(rules().set(), roundOpened(opened)),
            List.of(
                aGroup("a")
                    .created(LONG_AGO)
                    .entered(GroupState.DECLARED, opened.plusDays(3))
                    .entered(GroupState.DISSOLVED, opened.plusDays(9))
                    .known(),
                aGroup("b").entered(GroupState.DECLARED, opened.plusDays(3)).known()),
            List.of(),
            Map.of());

    Metric metric = WorkedExamplesTest.metric(Calculator.of(facts, TODAY), "M03");

    assertThat(metric.numerator()).isEqualTo(1);
    assertThat(metric.denominator()).isEqualTo(1);
  }

  @Test
  void whatIsCleanedUpOnTheVeryDayOfTheOpeningIsInTheBaseline() {
    TownFacts facts =
        town(
            district(rules().set(), roundOpened(TODAY)),
            List.of(
                aGroup("a").filed(LONG_AGO).dissolved(TODAY).known(),
                aGroup("b")
                    .entered(GroupState.DECLARED, TODAY)
                    .entered(GroupState.DISSOLVED, TODAY)
                    .known(),
                aGroup("c").filed(LONG_AGO).dissolved(TODAY.minusDays(1)).known(),
                aGroup("d").filed(LONG_AGO).known()),
            List.of(),
            Map.of());

    Metric metric = WorkedExamplesTest.metric(Calculator.of(facts, TODAY), "M03");

    assertThat(metric.numerator()).isEqualTo(2);
    assertThat(metric.denominator()).isEqualTo(3);
  }

  @Test
  void aRestoredGroupIsNotCleanedUp() {
    LocalDate opened = TODAY.minusDays(20);
    TownFacts facts =
        town(
            district(rules().set(), roundOpened(opened)),
            List.of(
                aGroup("a")
                    .filed(LONG_AGO)
                    .dissolved(opened.plusDays(2))
                    .entered(GroupState.ACTIVE, opened.plusDays(5))
                    .known()),
            List.of(),
            Map.of());

    assertThat(WorkedExamplesTest.metric(Calculator.of(facts, TODAY), "M03").value())
        .isEqualByComparingTo("0");
    assertThat(WorkedExamplesTest.metric(Calculator.of(facts, opened.plusDays(3)), "M03").value())
        .isEqualByComparingTo("1");
  }

  @Test
  void duplicatesThatTouchAreOneCluster() {
    TownFacts facts =
        facts(
            List.of(
                aFinding("G-DUPM", "a", "b").raised(TODAY).known(),
                aFinding("G-OVER", "c", "d")
                    .evidence(Map.of("kind", "DUPLICATE"))
                    .raised(TODAY)
                    .known(),
                aFinding("G-OVER", "b", "c")
                    .evidence(Map.of("kind", "DUPLICATE"))
                    .raised(TODAY)
                    .known(),
                aFinding("G-OVER", "c", "e")
                    .evidence(Map.of("kind", "CROSS"))
                    .raised(TODAY)
                    .known()),
            filed("a"),
            filed("b"),
            filed("c"),
            filed("d"),
            filed("e"));

    Metric metric = WorkedExamplesTest.metric(Calculator.of(facts, TODAY), "M08");

    assertThat(metric.numerator()).isEqualTo(4);
    assertThat(metric.denominator()).isEqualTo(5);
    assertThat(metric.details().get("clusters")).isEqualByComparingTo("1");
  }

  @Test
  void theLoadOfAPersonHasMeanNinetiethPercentileAndMaximum() {
    Metric metric = metric("M09", filed("a"));

    assertThat(metric.value()).isEqualByComparingTo("3.90");
    assertThat(metric.denominator()).isEqualTo(10);
    assertThat(metric.details().get("p90")).isEqualByComparingTo("3");
    assertThat(metric.details().get("max")).isEqualByComparingTo("12");
  }

  @Test
  void openFindingsAreCountedBySeverityAndAge() {
    TownFacts facts =
        facts(
            List.of(
                aFinding("G-ZOMB", "a").raised(TODAY.minusDays(7)).known(),
                aFinding("G-ZOMB", "b").raised(TODAY.minusDays(8)).known(),
                aFinding("G-ZOMB", "c").raised(TODAY.minusDays(31)).known(),
                aFinding("G-ZOMB", "d").raised(TODAY.minusDays(31)).cleared(TODAY).known()),
            filed("a"),
            filed("b"));

    Metric metric = WorkedExamplesTest.metric(Calculator.of(facts, TODAY), "M51");

    assertThat(metric.numerator()).isEqualTo(3);
    assertThat(metric.value()).isEqualByComparingTo("150");
    assertThat(metric.details().get("severity.M")).isEqualByComparingTo("3");
    assertThat(metric.details().get("age.to7")).isEqualByComparingTo("1");
    assertThat(metric.details().get("age.to30")).isEqualByComparingTo("1");
    assertThat(metric.details().get("age.over30")).isEqualByComparingTo("1");
  }

  @Test
  void coverageIsOfTheWorkdaysOnWhichCountersWereOwed() {
    // Ten days back from a Monday are seven workdays besides today.
    GroupFact half =
        aGroup("half").filed(TODAY.minusDays(10)).countersFor(5, TODAY.minusDays(1), 2).known();

    Coverage coverage = coverage(facts(List.of(), half));

    assertThat(coverage.expected()).isEqualTo(6);
    assertThat(coverage.received()).isEqualTo(3);
    assertThat(coverage.value()).isEqualByComparingTo("0.5");
  }

  @Test
  void theDayItselfCountsWhereItsCountersHaveCome() {
    GroupFact group = aGroup("a").filed(TODAY).countersFor(1, TODAY, 2).known();

    assertThat(coverage(facts(List.of(), group)).value()).isEqualByComparingTo("1");
    assertThat(coverage(facts(List.of(), aGroup("b").filed(TODAY).known())).value()).isNull();
  }

  @Test
  void freshCountersAreNoOlderThanSevenDays() {
    Metric metric =
        metric(
            "M60",
            aGroup("a").filed(LONG_AGO).countersFor(1, TODAY.minusDays(6), 1).known(),
            aGroup("b").filed(LONG_AGO).countersFor(1, TODAY.minusDays(7), 1).known());

    assertThat(metric.value()).isEqualByComparingTo("0.5");
    assertThat(metric.details().get("confidence.API")).isEqualByComparingTo("2");
  }

  @Test
  void whatWasPushedInTheSameDaysStandsBesideFreshness() {
    PushFact oa = new PushFact(XINDIAN, "/oa", new TreeMap<>());
    oa.days().put(TODAY.minusDays(7), pushed(50, 50, 1));
    oa.days().put(TODAY.minusDays(6), pushed(10, 1, 5));
    PushFact other = new PushFact(XINDIAN, "/other", new TreeMap<>());
    other.days().put(TODAY, pushed(30, 3, 3));
    TownFacts known = facts(List.of(), filed("a"));
    Metric metric =
        WorkedExamplesTest.metric(
            Calculator.of(
                new TownFacts(
                    known.town(),
                    known.district(),
                    known.groups(),
                    known.findings(),
                    known.loads(),
                    List.of(other, oa),
                    List.of(),
                    List.of()),
                TODAY),
            "M60");

    assertThat(metric.details().get("pushed.events")).isEqualByComparingTo("44");
    assertThat(metric.details().get("pushed.declined")).isEqualByComparingTo("4");
    // 10 events 5 minutes late and 30 events 3 minutes: 3.5 on average, rounded up.
    assertThat(metric.details().get("pushed.lagMinutes")).isEqualByComparingTo("4");
  }

  @Test
  void noDaysAreNoPushes() {
    PushFact oa = new PushFact(XINDIAN, "/oa", new TreeMap<>(Map.of(TODAY, pushed(1, 1, 1))));

    assertThat(oa.between(TODAY.plusDays(1), TODAY)).isEqualTo(PushFact.OnDay.NOTHING);
  }

  @Test
  void aTownThatPushesNothingHasNoCountsOfIt() {
    assertThat(metric("M60", filed("a")).details()).doesNotContainKey("pushed.events");
  }

  private static PushFact.OnDay pushed(long accepted, long declined, long lagMinutes) {
    return new PushFact.OnDay(
        accepted,
        0,
        List.of(new PushFact.Declined("web.invalid", declined, "不符合要求", "invalid", List.of())),
        accepted,
        accepted * lagMinutes * 60,
        null);
  }

  private static GroupFact filed(String id) {
    return aGroup(id).filed(LONG_AGO).known();
  }

  private static Metric metric(String id, GroupFact... groups) {
    return metricOn(TODAY, id, groups);
  }

  private static Metric metricOn(LocalDate day, String id, GroupFact... groups) {
    return WorkedExamplesTest.metric(Calculator.of(facts(List.of(), groups), day), id);
  }

  private static TownFacts facts(List<FindingFact> findings, GroupFact... groups) {
    return town(district(rules().set()), List.of(groups), findings, Map.of());
  }

  private static Coverage coverage(TownFacts facts) {
    return Coverage.of(facts.district().calendars(), new Reports(facts), TODAY, 30);
  }
}
