package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.TODAY;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutlivedRuleTest {

  private static final DetectionRule RULE = DetectionRule.OUTLIVED;

  @Test
  void theLastDayOfGraceIsNotYetOver() {
    assertThat(onTheFactsOf(aGroup("核酸").temporary().validUntil(daysAgo(7))).detect(RULE))
        .isEmpty();
    assertThat(onTheFactsOf(aGroup("核酸").temporary().validUntil(daysAgo(8))).detect(RULE))
        .hasSize(1);
  }

  @Test
  void theTaskBeingDoneEndsAGroupBeforeItsDate() {
    var group = aGroup("普查").temporary().validUntil(TODAY.plusDays(90)).completedOn(daysAgo(30));

    assertThat(onTheFactsOf(group).detect(RULE))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("endedOn", new Evidence.Value.Day(daysAgo(30)))
                .containsEntry("endedBy", new Evidence.Value.Word("taskCompletedOn"))
                .containsEntry("dissolveBy", new Evidence.Value.Day(daysAgo(23))));
  }

  @Test
  void aPermanentOrDissolvedGroupCannotOutliveItself() {
    var permanent = aGroup("机关").validUntil(daysAgo(300));
    var dissolved = aGroup("专班").temporary().validUntil(daysAgo(300)).dissolved();

    assertThat(onTheFactsOf(permanent, dissolved).detect(RULE)).isEmpty();
  }

  @Test
  void anEmergencyGroupOutlivesItsEndAsOthersDo() {
    var group = aGroup("防汛").ofKind(GroupKind.EMERGENCY);

    assertThat(onTheFactsOf(group.validUntil(daysAgo(7))).detect(RULE)).isEmpty();
    assertThat(onTheFactsOf(group.validUntil(daysAgo(8))).detect(RULE)).hasSize(1);
  }

  @Test
  void aGroupPastItsEndOfWhichNobodySaysWhatItIsIsUnknown() {
    var group = aGroup("群").ofKind(GroupKind.UNKNOWN);

    assertThat(onTheFactsOf(group).scan(rules()).unknownGroups().get(RULE)).isEmpty();
    var past = onTheFactsOf(group.validUntil(daysAgo(8)));
    assertThat(past.detect(RULE)).isEmpty();
    assertThat(past.scan(rules()).unknownGroups().get(RULE)).containsExactly(group.id());
  }

  @Test
  void aTemporaryGroupThatNamesNoEndIsUnknown() {
    var group = aGroup("专班").temporary();
    var scanned = onTheFactsOf(group).scan(rules());

    assertThat(scanned.unknownGroups().get(RULE)).containsExactly(group.id());
    assertThat(scanned.exposures().get(RULE)).containsValue(new Exposure(0, 1));
  }
}
