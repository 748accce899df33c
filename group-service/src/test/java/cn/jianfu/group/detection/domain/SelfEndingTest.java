package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.TODAY;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.PublishedWords;
import cn.jianfu.group.detection.domain.SelfEnding.Step;
import cn.jianfu.group.detection.domain.SelfEnding.Told;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Temporary groups that end by themselves: 30 days after their unit was told. */
class SelfEndingTest {

  private static final Told UNHEARD = new Told(true, null, false);
  private static final Told NEVER_USED = new Told(false, null, false);

  @Test
  void aGroupInUseIsWarnedFirstHoweverLongItHasOutlivedItsEnd() {
    assertThat(step(endedOn(daysAgo(8)), UNHEARD, silent())).isEqualTo(Step.WARN);
    assertThat(step(endedOn(daysAgo(500)), UNHEARD, silent())).isEqualTo(Step.WARN);
  }

  @Test
  void afterTheWarningItHasItsDays() {
    assertThat(step(endedOn(daysAgo(500)), warned(daysAgo(30)), silent())).isEqualTo(Step.NOTHING);
    assertThat(step(endedOn(daysAgo(500)), warned(daysAgo(31)), silent())).isEqualTo(Step.END);
  }

  @Test
  void aGroupThatWasDeclaredLateHasItsDaysFromThenOn() {
    assertThat(step(endedOn(daysAgo(500)).knownSince(daysAgo(30)), NEVER_USED, silent()))
        .isEqualTo(Step.NOTHING);
    assertThat(step(endedOn(daysAgo(500)).knownSince(daysAgo(31)), NEVER_USED, silent()))
        .isEqualTo(Step.DECIDE);
  }

  @Test
  void theGraceOfTheRuleIsBeforeTheDays() {
    assertThat(step(endedOn(daysAgo(37)), NEVER_USED, silent())).isEqualTo(Step.NOTHING);
    assertThat(step(endedOn(daysAgo(38)), NEVER_USED, silent())).isEqualTo(Step.DECIDE);
  }

  /** It may have been used all the time: who never files a group is never seen to use it. */
  @Test
  void nothingEndsByItselfThatWasNotWarned() {
    for (int days = 0; days < 700; days++) {
      assertThat(step(endedOn(daysAgo(days)), NEVER_USED, silent())).isNotEqualTo(Step.END);
    }
  }

  @Test
  void whereSomebodyStillWritesOrNobodyKnowsItIsOnlyDecided() {
    Told told = warned(daysAgo(40));

    assertThat(step(endedOn(daysAgo(90)), told, usedOn(daysAgo(39)))).isEqualTo(Step.DECIDE);
    assertThat(step(endedOn(daysAgo(90)), told, usedOn(daysAgo(41)))).isEqualTo(Step.DECIDE);
    assertThat(step(endedOn(daysAgo(90)), told, null)).isEqualTo(Step.DECIDE);
    assertThat(step(endedOn(daysAgo(90)), told, counted(daysAgo(41), 5, daysAgo(2), 0)))
        .isEqualTo(Step.END);
  }

  /** Not even of one that was given up: a finding is for people to judge, an end is one. */
  @Test
  void ofASourceThatBrokeOffNobodyElseOfTheUnitCanSayThatAGroupIsSilent() {
    ActivityFacts given =
        new ActivityFacts("g", List.of(dayOf(daysAgo(200), 5)), List.of(), daysAgo(190), TODAY);
    ActivityFacts told =
        new ActivityFacts("g", List.of(dayOf(daysAgo(200), 5)), List.of(), TODAY, TODAY);

    assertThat(step(endedOn(daysAgo(180)), warned(daysAgo(150)), given)).isEqualTo(Step.DECIDE);
    assertThat(step(endedOn(daysAgo(180)), warned(daysAgo(150)), told)).isEqualTo(Step.END);
  }

  @Test
  void nothingHappensToWhatWasDecidedOrNamesNoEnd() {
    assertThat(step(endedOn(daysAgo(500)), new Told(false, daysAgo(90), true), silent()))
        .isEqualTo(Step.NOTHING);
    assertThat(step(aGroup("群").temporary(), NEVER_USED, silent())).isEqualTo(Step.NOTHING);
  }

  @Test
  void anEmergencyGroupEndsAsOthersDoAndTheReasonIsTrueForIt() {
    GroupBuilder emergency = endedOn(daysAgo(500)).ofKind(GroupKind.EMERGENCY);
    GroupBuilder done = emergency(daysAgo(40)).completedOn(daysAgo(60));

    assertThat(step(emergency, UNHEARD, silent())).isEqualTo(Step.WARN);
    assertThat(step(emergency, warned(daysAgo(31)), silent())).isEqualTo(Step.END);
    assertThat(SelfEnding.reason(emergency(daysAgo(60)).facts(), warned(daysAgo(31))))
        .isEqualTo("应急工作群有效期已于 2026-05-01 届满，2026-05-30 提醒后无人处置，按规则解散");
    assertThat(SelfEnding.reason(done.facts(), NEVER_USED))
        .isEqualTo("应急工作群任务已于 2026-05-01 完成，此后无人处置，按规则解散");
    assertThat(SelfEnding.reason(endedOn(daysAgo(60)).facts(), NEVER_USED)).startsWith("临时性工作群有效期");
  }

  @Test
  void everyReasonIsAmongTheWordsThatOthersRecognise() {
    Set<String> said = new TreeSet<>();
    for (GroupKind kind : GroupKind.values()) {
      for (Told told : List.of(NEVER_USED, warned(daysAgo(31)))) {
        GroupBuilder group = endedOn(daysAgo(60)).ofKind(kind);
        said.add(SelfEnding.reason(group.facts(), told));
        said.add(SelfEnding.reason(group.completedOn(daysAgo(60)).facts(), told));
      }
    }
    assertThat(said).hasSize(16);
    assertThat(PublishedWords.decisionReasons()).containsAll(said);
  }

  private static GroupBuilder emergency(LocalDate end) {
    return endedOn(end).ofKind(GroupKind.EMERGENCY);
  }

  @Test
  void aDistrictThatDoesNotWantItLeavesTheNumberOut() {
    var values = new HashMap<String, BigDecimal>(rules().thresholds().values());
    values.remove("temp.endAfterDays");

    assertThat(
            SelfEnding.step(
                endedOn(daysAgo(500)).facts(), UNHEARD, silent(), new Thresholds(values), TODAY))
        .isEqualTo(Step.NOTHING);
  }

  private static Step step(GroupBuilder group, Told told, @Nullable ActivityFacts activity) {
    return SelfEnding.step(group.facts(), told, activity, rules().thresholds(), TODAY);
  }

  private static GroupBuilder endedOn(LocalDate end) {
    return aGroup("群").temporary().validUntil(end).knownSince(daysAgo(900));
  }

  private static Told warned(LocalDate on) {
    return new Told(false, on, false);
  }

  private static ActivityFacts silent() {
    return usedOn(null);
  }

  private static ActivityFacts usedOn(@Nullable LocalDate day) {
    return day == null
        ? counted(daysAgo(2), 0, daysAgo(1), 1)
        : ActivityFacts.of("g", List.of(dayOf(day, 5)), null);
  }

  private static ActivityFacts counted(LocalDate one, int senders, LocalDate other, int others) {
    return ActivityFacts.of("g", List.of(dayOf(one, senders), dayOf(other, others)), null);
  }

  private static DayCount dayOf(LocalDate day, int senders) {
    return new DayCount(day, senders, senders, 0);
  }
}
