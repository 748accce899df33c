package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.TODAY;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** G-DRIFT and G-MEGA. Today is a Tuesday; the last Sunday was two days ago. */
class ShareRulesTest {

  @Test
  void moreThanTheShareOfAcknowledgementsAndLikesIsDrift() {
    assertThat(drift(aGroup("收到群").counted(40, 0, 10, 6))).isEmpty();
    assertThat(drift(aGroup("收到群").counted(40, 0, 10, 7)))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("from", new Evidence.Value.Day(daysAgo(29)))
                .containsEntry("to", new Evidence.Value.Day(daysAgo(2))));
  }

  @Test
  void itSaysTheSameForAWeek() {
    var scan = onTheFactsOf(aGroup("收到群").counted(40, 20, 10, 7).counted(19, 0, 30, 20));
    List<Detected> monday = scan.on(daysAgo(1)).detect(DetectionRule.DRIFT);

    assertThat(monday).hasSize(1);
    assertThat(scan.on(TODAY.plusDays(5)).detect(DetectionRule.DRIFT)).isEqualTo(monday);
    assertThat(scan.on(TODAY.plusDays(6)).detect(DetectionRule.DRIFT)).isNotEqualTo(monday);
  }

  @Test
  void aFewMessagesShowNothingAndNoCountersAreUnknown() {
    var few = onTheFactsOf(aGroup("静").counted(28, 2, 1, 1));
    var none = onTheFactsOf(aGroup("断流").counted(90, 31, 10, 9));

    assertThat(few.detect(DetectionRule.DRIFT)).isEmpty();
    assertThat(few.scan(rules()).exposures().get(DetectionRule.DRIFT)).isEmpty();
    assertThat(none.scan(rules()).unknownGroups().get(DetectionRule.DRIFT)).hasSize(1);
  }

  @Test
  void aGroupThatOthersWereMergedIntoIsNotToBeAFlood() {
    assertThat(flood(aGroup("大群").counted(40, 0, 150, 0), 40)).hasSize(1);
    assertThat(flood(aGroup("大群").counted(40, 0, 130, 0), 40)).isEmpty();
    assertThat(onTheFactsOf(aGroup("大群").counted(40, 0, 900, 0)).detect(DetectionRule.FLOOD))
        .isEmpty();
  }

  @Test
  void whatWasSaidBeforeTheMergeDoesNotCount() {
    assertThat(flood(aGroup("大群").counted(60, 16, 900, 0).counted(15, 0, 10, 0), 16)).isEmpty();
  }

  @Test
  void rightAfterTheMergeNothingCanBeSaid() {
    GroupBuilder target = aGroup("大群").counted(40, 0, 900, 0);
    GroupBuilder merged = aGroup("并").mergedInto(target, daysAgo(5));

    assertThat(onTheFactsOf(merged, target).scan(rules()).unknownGroups().get(DetectionRule.FLOOD))
        .containsExactly(target.id());
  }

  private static List<Detected> drift(GroupBuilder group) {
    return onTheFactsOf(group).detect(DetectionRule.DRIFT);
  }

  private static List<Detected> flood(GroupBuilder target, int mergedDaysAgo) {
    return onTheFactsOf(aGroup("并").mergedInto(target, daysAgo(mergedDaysAgo)), target)
        .detect(DetectionRule.FLOOD);
  }
}
