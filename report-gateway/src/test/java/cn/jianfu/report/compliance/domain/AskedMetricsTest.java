package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.XINDIAN;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static cn.jianfu.report.compliance.domain.Fixtures.town;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.reference.domain.Exemption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** M10 to M12. Today is a Monday; the town has ten people in groups. */
class AskedMetricsTest {

  private static final LocalDate LONG_AGO = TODAY.minusDays(150);
  private static final LocalDate SUNDAY = TODAY.minusDays(1);

  @Test
  void postsOutsideWorkingHoursAreAShareOfThoseWhoseHoursAreKnown() {
    GroupFact group =
        group("a", 20)
            .counted(TODAY, tasks(4, 1, Map.of(10, 2, 21, 2)))
            .counted(SUNDAY, tasks(1, 0, Map.of(10, 1)))
            .counted(TODAY.minusDays(2), tasks(5, 0, Map.of()))
            .known();

    Metric metric = metric("M10", group);

    assertThat(metric.numerator()).isEqualTo(2);
    assertThat(metric.denominator()).isEqualTo(5);
    assertThat(metric.excluded()).as("one was an emergency").isEqualTo(1);
    assertThat(metric.unknown()).isEqualTo(5);
    assertThat(metric.from()).isEqualTo(TODAY.minusDays(27));
  }

  @Test
  void whatReachesManyWeighsMore() {
    GroupFact small = group("small", 10).counted(TODAY, tasks(1, 0, Map.of(22, 1))).known();
    GroupFact large = group("large", 90).counted(TODAY, tasks(1, 0, Map.of(9, 1))).known();

    assertThat(metric("M10", small, large).details().get("perThousandMemberDays"))
        .isEqualByComparingTo("100");
  }

  @Test
  void whatWasExemptOnItsDayDoesNotCount() {
    GroupFact group =
        group("a", 20)
            .counted(TODAY, tasks(1, 0, Map.of(21, 1)))
            .counted(TODAY.minusDays(3), tasks(1, 0, Map.of(21, 1)))
            .known();
    Exemption flood =
        new Exemption("e", "G-HOURS", XINDIAN, null, "防汛", "区长", TODAY.minusDays(5), SUNDAY, null);

    Metric metric =
        WorkedExamplesTest.metric(
            Calculator.of(
                town(district(rules().set(), List.of(flood)), List.of(group), List.of(), Map.of()),
                TODAY),
            "M10");

    assertThat(metric.numerator()).isEqualTo(1);
    assertThat(metric.denominator()).isEqualTo(2);
    assertThat(metric.excluded()).isEqualTo(1);
  }

  @Test
  void checkInsAndProofsAreCountedForEachWhoHasToAnswer() {
    GroupFact asking =
        group("asking", 30)
            .counted(TODAY, new DayCounters(9, 3, 0, 0, 0, 0, 0, 1, 0, 2, 0, 0, Map.of()))
            .known();
    GroupFact quiet = group("quiet", 60).counted(TODAY, tasks(0, 0, Map.of())).known();
    GroupFact without = aGroup("without").filed(LONG_AGO).known();

    Metric metric = metric("M11", asking, quiet, without);

    assertThat(metric.numerator()).isEqualTo(90);
    assertThat(metric.denominator()).isEqualTo(90);
    assertThat(metric.value()).isEqualByComparingTo("100");
    assertThat(metric.unknown()).isEqualTo(1);
    assertThat(metric.details().get("proofs")).isEqualByComparingTo("2");
  }

  @Test
  void daysOfWhichChainsOrProofsAreNotToldAreLeftOutAndNotCountedAsNone() {
    GroupFact asking =
        group("asking", 30)
            .counted(TODAY, traces(1, 2))
            .counted(SUNDAY, traces(null, 0))
            .counted(TODAY.minusDays(2), traces(5, null))
            .known();
    GroupFact untold = group("untold", 500).counted(TODAY, traces(null, null)).known();

    Metric metric = metric("M11", asking, untold);

    assertThat(metric.numerator()).isEqualTo(90);
    assertThat(metric.denominator()).isEqualTo(30);
    assertThat(metric.unknown()).isEqualTo(1);
    assertThat(metric.details().get("chains")).isEqualByComparingTo("1");
    assertThat(metric("M11", untold).value()).isNull();
    assertThat(metric("M12", asking, untold).unknown()).isZero();
  }

  @Test
  void taskPostsThatAreNotToldAreNoPostsInWorkingHours() {
    GroupFact group =
        group("a", 20)
            .counted(TODAY, tasks(null, 0, Map.of(21, 1)))
            .counted(SUNDAY, tasks(null, 0, Map.of()))
            .known();

    Metric metric = metric("M10", group);

    assertThat(metric.numerator()).isEqualTo(1);
    assertThat(metric.denominator()).isEqualTo(1);
    assertThat(metric.details().get("perThousandMemberDays")).isEqualByComparingTo("1000");
    assertThat(
            metric("M10", group("b", 9).counted(TODAY, tasks(null, 0, Map.of())).known()).details())
        .isEmpty();
  }

  @Test
  void theMessageLoadIsTheMedianOfTheWorkdaysAndNotOfTheWeekend() {
    GroupFact group =
        group("a", 10)
            .counted(TODAY, said(30))
            .counted(SUNDAY, said(1000))
            .counted(TODAY.minusDays(3), said(10))
            .counted(TODAY.minusDays(4), said(20))
            .known();

    assertThat(metric("M12", group).value()).isEqualByComparingTo("20");
    assertThat(metric("M12", group).numerator()).isEqualTo(600);
  }

  @Test
  void endingAGroupTakesNothingOfTheDaysOnWhichItAsked() {
    GroupFact ended =
        group("ended", 30)
            .counted(TODAY.minusDays(3), tasks(2, 0, Map.of(21, 2)))
            .counted(TODAY.minusDays(1), tasks(1, 0, Map.of(9, 1)))
            .counted(TODAY, tasks(5, 0, Map.of(22, 5)))
            .entered(GroupState.DISSOLVED, TODAY.minusDays(1))
            .known();

    assertThat(metric("M10", ended).numerator())
        .as("two in the night, one on a Sunday")
        .isEqualTo(3);
    assertThat(metric("M10", ended).denominator()).as("without what came after it").isEqualTo(3);
    assertThat(metric("M11", ended).unknown()).isZero();
    assertThat(metric("M11", ended).denominator()).isEqualTo(60);
  }

  @Test
  void mergingGroupsDoesNotLowerTheMessageLoad() {
    GroupFact one = group("one", 10).counted(TODAY, said(40)).known();
    GroupFact other = group("other", 10).counted(TODAY, said(60)).known();
    GroupFact merged = group("merged", 10).counted(TODAY, said(100)).known();

    assertThat(metric("M12", merged).value())
        .isEqualByComparingTo(metric("M12", one, other).value());
  }

  @Test
  void withoutCountersThereIsNoValue() {
    GroupFact silent = aGroup("silent").filed(LONG_AGO).known();

    for (String id : List.of("M10", "M11", "M12")) {
      assertThat(metric(id, silent).value()).as(id).isNull();
    }
    assertThat(metric("M12", silent).unknown()).isEqualTo(1);
  }

  private static Fixtures.GroupBuilder group(String id, int members) {
    return aGroup(id).filed(LONG_AGO).members(LONG_AGO, members);
  }

  private static DayCounters traces(@Nullable Integer chains, @Nullable Integer proofs) {
    return new DayCounters(9, 3, 0, 0, 0, 0, 0, chains, 0, proofs, 0, 0, Map.of());
  }

  private static DayCounters tasks(
      @Nullable Integer posts, int emergencies, Map<Integer, Integer> byHour) {
    return new DayCounters(9, 1, posts, emergencies, 0, 0, 0, 0, 0, 0, 0, 0, byHour);
  }

  private static DayCounters said(int messages) {
    return new DayCounters(messages, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());
  }

  private static Metric metric(String id, GroupFact... groups) {
    return WorkedExamplesTest.metric(
        Calculator.of(town(district(rules().set()), List.of(groups), List.of(), Map.of()), TODAY),
        id);
  }
}
