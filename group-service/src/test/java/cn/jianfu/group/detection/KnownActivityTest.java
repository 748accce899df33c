package cn.jianfu.group.detection;

import static cn.jianfu.group.activity.CountedDay.Asked.UNTOLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.jianfu.group.activity.CountedDay;
import cn.jianfu.group.detection.domain.Demands;
import cn.jianfu.group.workgroup.domain.Confidence;
import cn.jianfu.group.workgroup.domain.Facts;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.Platform;
import cn.jianfu.group.workgroup.domain.Profile;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownActivityTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private static final String TABLE = "/towns/350213101000/table";
  private static final String OA = "/towns/350213101000/oa";

  private final WorkGroup used = group("used");
  private final WorkGroup silent = group("silent");
  private final WorkGroup dissolved = group("dissolved");
  private final KnownActivity known = hardlyUsedBelow(1);

  private KnownActivity hardlyUsedBelow(int days) {
    return new KnownActivity(
        Map.of(used.id().text(), used, silent.id().text(), silent),
        Map.of(dissolved.id().text(), dissolved),
        DAY.minusDays(62),
        2,
        days,
        DAY.minusDays(56),
        7);
  }

  @Test
  void onlyGroupsThatShowNoUseAreReadFromTheBeginning() {
    known.add(new CountedDay(used.id().text(), DAY, OA, 5, 9, 0, 0, null));
    known.add(new CountedDay(silent.id().text(), DAY, OA, 1, 9, 0, 0, null));

    assertThat(known.hardlyUsed()).containsExactly(silent.id().text());
    known.again().add(new CountedDay(silent.id().text(), DAY.minusDays(200), OA, 3, 9, 0, 0, null));
    assertThat(known.facts().get(silent.id().text()).firstDataDay()).isEqualTo(DAY.minusDays(200));
    assertThat(known.facts().get(used.id().text()).days()).hasSize(1);
  }

  /** Else nobody knows whether a rarely used one was told of throughout the window. */
  @Test
  void whereUseOfFewDaysIsTooLittleSuchGroupsAreReadFromTheBeginningToo() {
    KnownActivity strict = hardlyUsedBelow(2);
    strict.add(new CountedDay(used.id().text(), DAY, OA, 5, 9, 0, 0, null));
    strict.add(new CountedDay(used.id().text(), DAY.minusDays(1), OA, 5, 9, 0, 0, null));
    strict.add(new CountedDay(silent.id().text(), DAY, OA, 5, 9, 0, 0, null));

    assertThat(strict.hardlyUsed()).containsExactly(silent.id().text());
    strict
        .again()
        .add(new CountedDay(silent.id().text(), DAY.minusDays(200), OA, 3, 9, 0, 0, null));
    assertThat(strict.facts().get(silent.id().text()).days()).hasSize(1);
    assertThat(strict.facts().get(used.id().text()).days()).hasSize(2);
  }

  @Test
  void aSourceThatReportsOneGroupOfAUnitIsAliveForTheOthersToo() {
    known.add(new CountedDay(used.id().text(), DAY, OA, 5, 9, 0, 0, null));
    known.add(new CountedDay(silent.id().text(), DAY.minusDays(90), OA, 5, 9, 0, 0, null));

    assertThat(known.facts().get(silent.id().text()).feedThrough()).isEqualTo(DAY);
  }

  @Test
  void whatAnotherSourceReportsOfTheUnitTellsNothingOfAGroup() {
    report(used, 0, TABLE);
    report(used, 40, OA);
    report(silent, 90, OA);

    assertThat(through(silent)).isEqualTo(DAY.minusDays(40));
    assertThat(known.facts().get(silent.id().text()).unitThrough()).isEqualTo(DAY);
  }

  @Test
  void aGroupThatMovedToAnotherSourceIsToldOfByThatOneAlone() {
    report(silent, 98, OA);
    report(silent, 90, TABLE);
    report(used, 0, OA);
    assertThat(through(silent)).isEqualTo(DAY.minusDays(90));

    report(used, 1, TABLE);
    assertThat(through(silent)).isEqualTo(DAY.minusDays(1));
  }

  @Test
  void whoeverReportedAGroupInItsLastDaysGoesOnTellingOfItInWhateverOrderTheyAreRead() {
    report(silent, 90, TABLE);
    report(silent, 96, OA);
    report(used, 3, OA);
    report(used, 8, TABLE);

    assertThat(through(silent)).isEqualTo(DAY.minusDays(3));
  }

  @Test
  void ofADayWhoseSourceNobodyKnowsAnySourceOfTheUnitTells() {
    report(silent, 90, "");
    report(used, 2, OA);

    assertThat(through(silent)).isEqualTo(DAY.minusDays(2));
  }

  @Test
  void aDayWhoseSourceNobodyKnowsIsNoWordOfASourceThatIsKnown() {
    report(silent, 90, OA);
    report(used, 2, "");

    assertThat(through(silent)).isEqualTo(DAY.minusDays(90));
  }

  @Test
  void whatAnotherGroupIsReportedByIsNotTakenForAReportOfThisOne() {
    report(silent, 90, OA);
    known.fed(silent, new CountedDay(used.id().text(), DAY, TABLE, 5, 9, 0, 0, null));
    assertThat(through(silent)).isEqualTo(DAY.minusDays(90));

    known.fed(silent, new CountedDay(used.id().text(), DAY, OA, 5, 9, 0, 0, null));
    assertThat(through(silent)).isEqualTo(DAY);
  }

  @Test
  void whatIsReportedOfLiveGroupsTellsOfOnesThatEndedAndNotTheOtherWayRound() {
    report(dissolved, 40, OA);
    report(silent, 50, OA);
    assertThat(through(silent)).isEqualTo(DAY.minusDays(50));
    assertThat(through(dissolved)).isEqualTo(DAY.minusDays(40));

    report(used, 0, TABLE);
    assertThat(through(dissolved)).isEqualTo(DAY.minusDays(40));
    assertThat(known.facts().get(dissolved.id().text()).unitThrough()).isEqualTo(DAY);

    report(used, 1, OA);
    assertThat(through(dissolved)).isEqualTo(DAY.minusDays(1));
  }

  /** Some live groups are read further back than others. */
  @Test
  void whatWasReportedOfOthersBeforeTheWindowTellsNothingOfAGroupThatEnded() {
    report(dissolved, 100, OA);
    report(silent, 63, OA);
    assertThat(through(dissolved)).isNull();

    report(silent, 62, OA);
    assertThat(through(dissolved)).isEqualTo(DAY.minusDays(62));
  }

  private void report(WorkGroup group, int daysAgo, String source) {
    known.add(new CountedDay(group.id().text(), DAY.minusDays(daysAgo), source, 5, 9, 0, 0, null));
  }

  private LocalDate through(WorkGroup group) {
    return known.facts().get(group.id().text()).feedThrough();
  }

  @Test
  void whatWasAskedIsKeptOnceAndNotFromOlderDays() {
    known.add(asking(silent, DAY));
    known.again().add(asking(silent, DAY));
    known.add(asking(silent, DAY.minusDays(57)));

    assertThat(known.facts().get(silent.id().text()).demands())
        .extracting(Demands::day, Demands::materialRequests)
        .containsExactly(tuple(DAY, 2));
  }

  @Test
  void whatIsNotToldStaysSoWhateverOfItWasApprovedAndIsKeptOnceForAllGroups() {
    CountedDay.Asked asked =
        new CountedDay.Asked(0, List.of(), 0, 0, UNTOLD, 2, 0, 0, null, UNTOLD);
    known.add(new CountedDay(used.id().text(), DAY, OA, 1, 9, ~3, 0, asked));
    known.add(new CountedDay(silent.id().text(), DAY, OA, 1, 9, ~3, 0, asked));

    Demands one = known.facts().get(used.id().text()).demands().getFirst();
    assertThat(one.materialRequests()).isEqualTo(Demands.UNTOLD);
    assertThat(known.facts().get(silent.id().text()).demands().getFirst()).isSameAs(one);
    assertThat(known.facts().get(silent.id().text()).days().getFirst().acksAndLikes())
        .isEqualTo(~3);
  }

  private static CountedDay asking(WorkGroup group, LocalDate on) {
    CountedDay.Asked asked = new CountedDay.Asked(0, List.of(), 0, 0, 3, 1, 0, 0, null, 0);
    return new CountedDay(group.id().text(), on, OA, 1, 9, 0, 0, asked);
  }

  private static WorkGroup group(String id) {
    Facts facts =
        new Facts(
            id,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Confidence.API);
    return new WorkGroup.Declared(
        new Profile(
            new GroupId("350213101000", Platform.WECOM, id),
            "350213101000",
            facts,
            DAY,
            null,
            DAY,
            List.of()),
        null);
  }
}
