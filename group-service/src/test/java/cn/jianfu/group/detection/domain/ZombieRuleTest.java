package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.TODAY;
import static cn.jianfu.group.detection.domain.Fixtures.XINDIAN;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ZombieRuleTest {

  @Test
  void aGroupThatNobodyUsedForMoreThanSixtyDaysIsAZombie() {
    GroupBuilder group = aGroup("防汛").observed(120, 61, 3).observed(60, 0, 0);

    List<Detected> found = onTheFactsOf(group).detect(DetectionRule.ZOMBIE);

    assertThat(found)
        .singleElement()
        .satisfies(zombie -> {
          assertThat(zombie.subject()).isEqualTo(group.id());
          assertThat(zombie.town()).isEqualTo(XINDIAN);
          assertThat(zombie.ruleSet()).isEqualTo("district@1");
          assertThat(zombie.evidence().values())
              .containsEntry("idleSince", new Evidence.Value.Day(daysAgo(61)))
              .containsEntry("lastUsedOn", new Evidence.Value.Day(daysAgo(61)));
        });
  }

  @Test
  void sixtyDaysAreNotMoreThanSixtyDaysButAWarning() {
    GroupBuilder group = aGroup("防汛").observed(120, 60, 3).observed(59, 0, 0);

    ScanOutcome.Scanned scanned = onTheFactsOf(group).scan(rules());

    assertThat(scanned.detected()).isEmpty();
    assertThat(scanned.silentSince()).containsOnly(Map.entry(group.id(), daysAgo(60)));
  }

  @Test
  void onePersonWritingEveryDayIsNotUse() {
    assertThat(onTheFactsOf(aGroup("打卡").observed(90, 0, 1)).detect(DetectionRule.ZOMBIE))
        .hasSize(1);
    assertThat(onTheFactsOf(aGroup("值班").observed(90, 0, 2)).detect(DetectionRule.ZOMBIE))
        .isEmpty();
  }

  @Test
  void aGroupWithoutCountersIsUnknownAndNotAZombie() {
    GroupBuilder group = aGroup("无数据");

    ScanOutcome.Scanned scanned = onTheFactsOf(group).scan(rules());

    assertThat(scanned.detected()).isEmpty();
    assertThat(scanned.unknownGroups().get(DetectionRule.ZOMBIE)).containsExactly(group.id());
    assertThat(scanned.exposures().get(DetectionRule.ZOMBIE))
        .containsOnly(Map.entry(group.facts().unit(), new Exposure(0, 1)));
  }

  @Test
  void idlenessIsNotCountedFromBeforeTheGroupWasObserved() {
    GroupBuilder old = aGroup("老群").createdOn(daysAgo(900)).observed(40, 0, 0);

    assertThat(onTheFactsOf(old).detect(DetectionRule.ZOMBIE)).isEmpty();
    assertThat(
            onTheFactsOf(aGroup("老群").createdOn(daysAgo(900)).observed(61, 0, 0))
                .detect(DetectionRule.ZOMBIE))
        .hasSize(1);
  }

  @Test
  void aBrokenFeedMakesNoZombies() {
    GroupBuilder group = aGroup("断流").observed(120, 33, 4).observed(32, 30, 0);

    for (int later = 0; later < 90; later++) {
      assertThat(onTheFactsOf(group).on(TODAY.plusDays(later)).detect(DetectionRule.ZOMBIE))
          .isEmpty();
    }
  }

  @Test
  void aSourceThatLeavesSilentGroupsOutSaysThatTheyAreSilent() {
    GroupBuilder group = aGroup("沉默").observed(100, 90, 5).feedThrough(1);

    assertThat(onTheFactsOf(group).detect(DetectionRule.ZOMBIE)).hasSize(1);
    assertThat(onTheFactsOf(aGroup("从未").feedThrough(1)).detect(DetectionRule.ZOMBIE)).isEmpty();
  }

  @Test
  void whenItsSourceBreaksOffAGroupIsUnknownWhateverOthersOfItsUnitReport() {
    GroupBuilder group = aGroup("断流").observed(200, 60, 5).feeds(60, 0);

    assertThat(onTheFactsOf(group).detect(DetectionRule.ZOMBIE)).isEmpty();
    assertThat(unknown(group)).containsExactly(group.id());
  }

  @Test
  void aSourceThatWasGivenUpExcusesItsGroupsForTwiceTheIdleDays() {
    GroupBuilder left = aGroup("弃用").observed(200, 120, 5).feeds(120, 0);
    assertThat(onTheFactsOf(left).detect(DetectionRule.ZOMBIE)).isEmpty();
    assertThat(unknown(left)).containsExactly(left.id());

    GroupBuilder longLeft = aGroup("弃用").observed(200, 121, 5).feeds(61, 0);
    assertThat(onTheFactsOf(longLeft).detect(DetectionRule.ZOMBIE)).hasSize(1);
    assertThat(unknown(longLeft)).isEmpty();

    GroupBuilder alone = aGroup("全断").observed(200, 121, 5).feeds(121, 121);
    assertThat(onTheFactsOf(alone).detect(DetectionRule.ZOMBIE)).isEmpty();
  }

  @Test
  void whatIsFoundByTheWordOfAnotherSourceSaysSoAndSinceWhenItsOwnIsSilent() {
    GroupBuilder left = aGroup("弃用").observed(200, 121, 5).feeds(61, 0);
    assertThat(onTheFactsOf(left).detect(DetectionRule.ZOMBIE))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("silentBy", new Evidence.Value.Word("ANOTHER_SOURCE"))
                .containsEntry("lastToldOn", new Evidence.Value.Day(daysAgo(121))));
    assertThat(onTheFactsOf(left).on(TODAY.plusDays(1)).detect(DetectionRule.ZOMBIE))
        .isEqualTo(onTheFactsOf(left).detect(DetectionRule.ZOMBIE));
  }

  /** Nor where its own source would do, or is the only one. */
  @Test
  void whatItsOwnSourceSaysNamesNoOther() {
    for (GroupBuilder own :
        List.of(
            aGroup("自报").observed(200, 121, 5).feeds(59, 0),
            aGroup("自报").observed(200, 121, 5).feeds(1, 0),
            aGroup("自报").observed(200, 121, 5).feeds(0, 0),
            aGroup("自报").observed(100, 61, 5).feedThrough(1))) {
      assertThat(onTheFactsOf(own).detect(DetectionRule.ZOMBIE))
          .singleElement()
          .satisfies(found ->
              assertThat(found.evidence().values()).doesNotContainKeys("silentBy", "lastToldOn"));
    }
  }

  @Test
  void theNextDayAZombieSaysNothingNew() {
    GroupBuilder group = aGroup("防汛").observed(120, 80, 3).observed(79, 0, 0);
    List<Detected> today = onTheFactsOf(group).detect(DetectionRule.ZOMBIE);
    List<Detected> tomorrow =
        onTheFactsOf(group).on(TODAY.plusDays(1)).detect(DetectionRule.ZOMBIE);

    assertThat(tomorrow).isEqualTo(today);
  }

  @Test
  void fewActiveDaysAreAFaultOnlyWhereTheRuleSetSaysSo() {
    GroupBuilder group = aGroup("偶尔").observed(120, 11, 0).observed(10, 10, 5).observed(9, 0, 0);

    assertThat(onTheFactsOf(group).detect(DetectionRule.ZOMBIE)).isEmpty();
    assertThat(rarely(group))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("kind", new Evidence.Value.Word("RARELY_USED"))
                .containsEntry("activeDays", new Evidence.Value.Amount(BigDecimal.ONE))
                .containsEntry("minActiveDays", new Evidence.Value.Amount(BigDecimal.TWO)));
  }

  /** Of the days since nothing is known: there may have been use. */
  @Test
  void aBrokenFeedMakesNoGroupRarelyUsed() {
    assertThat(rarely(aGroup("偶尔").observed(120, 55, 5).observed(54, 20, 0))).isEmpty();
    assertThat(rarely(aGroup("偶尔").observed(120, 59, 5).observed(58, 0, 0))).hasSize(1);
    assertThat(rarely(aGroup("新").observed(30, 11, 0).observed(10, 10, 5).observed(9, 0, 0)))
        .as("not watched for as long")
        .isEmpty();
  }

  @Test
  void aGroupThatIsNotUsedAtAllIsNotCalledRarelyUsed() {
    assertThat(rarely(aGroup("无").observed(120, 80, 3).observed(79, 0, 0)))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values()).doesNotContainKeys("kind", "activeDays"));
  }

  /** It was used ten days ago: what is silent is the window. */
  @Test
  void aRarelyUsedGroupThatWasKeptIsNotWarnedAfterEachUse() {
    GroupBuilder group = aGroup("偶尔").observed(120, 11, 0).observed(10, 10, 5).observed(9, 0, 0);

    assertThat(
            onTheFactsOf(group).scan(rules(2, Map.of("zombie.minActiveDays", "2"))).silentSince())
        .containsEntry(group.id(), daysAgo(60));
  }

  private static List<Detected> rarely(GroupBuilder group) {
    return onTheFactsOf(group).scan(rules(2, Map.of("zombie.minActiveDays", "2"))).detected();
  }

  private static Set<String> unknown(GroupBuilder group) {
    return onTheFactsOf(group)
        .scan(rules())
        .unknownGroups()
        .getOrDefault(DetectionRule.ZOMBIE, Set.of());
  }
}
