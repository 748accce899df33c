package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.FLOOD_GROUP;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.OTHER_GROUP;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.XINDIAN;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.aWorkGroup;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.day;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JoiningTest {

  private static WorkGroupFixture joined(WorkGroupFixture group) {
    return group.on(join(group, OTHER_GROUP));
  }

  private static WorkGroupCommand join(WorkGroupFixture group, GroupId into) {
    return new WorkGroupCommand.Join(into, group.group(), day(20));
  }

  @Test
  void aGroupThatNobodySawInUseGoesOnUnderItsPlatformsId() {
    var group = aWorkGroup().declared().filed();
    var join = join(group, OTHER_GROUP);
    group.on(join);

    assertThat(group.state()).isEqualTo(GroupState.JOINED);
    assertThat(group.group())
        .isInstanceOfSatisfying(
            WorkGroup.Joined.class, it -> assertThat(it.into()).isEqualTo(OTHER_GROUP));
    assertThat(group.on(join).said()).isEmpty();
    assertThat(group.refusal()).isNull();
  }

  @Test
  void whateverIsSaidAboutItLaterBelongsToTheOther() {
    var said =
        List.of(
            new WorkGroupCommand.Observe(FLOOD_GROUP, XINDIAN, day(21)),
            new WorkGroupCommand.Declare(FLOOD_GROUP, XINDIAN, facts("防汛群"), day(21)),
            new WorkGroupCommand.File("2号", day(21)),
            new WorkGroupCommand.ReportExecution(day(21)),
            new WorkGroupCommand.WithdrawDeclaration(null, day(21)));
    var group = joined(aWorkGroup().declared());

    assertThat(said)
        .allSatisfy(command -> assertThat(group.on(command).refusal()).isEqualTo(Refusal.JOINED));
    assertThat(group.on(join(group, FLOOD_GROUP)).refusal()).isEqualTo(Refusal.JOINED);
    assertThat(group.state()).isEqualTo(GroupState.JOINED);
  }

  @Test
  void whatCameSinceItWasTakenOverIsNotLost() {
    var group = aWorkGroup().declared();
    var join = join(group, OTHER_GROUP);

    group.decided(DecisionKind.DISSOLVE, 5);

    assertThat(group.on(join).refusal()).isEqualTo(Refusal.BUILT_ON);
    assertThat(group.state()).isEqualTo(GroupState.DISSOLVING);
  }

  @Test
  void whatWasSeenInUseOrIsAwaitedOrHasEndedStays() {
    assertThat(joined(aWorkGroup().active()).refusal()).isEqualTo(Refusal.REPORTED_UNDER_KEY);
    assertThat(joined(aWorkGroup().declared().tied(null, true)).refusal())
        .isEqualTo(Refusal.MERGES_AWAITED);
    assertThat(
            joined(aWorkGroup().declared().decided(DecisionKind.DISSOLVE, 5).executed(6)).refusal())
        .isEqualTo(Refusal.ALREADY_DISSOLVED);
    var itself = aWorkGroup().declared();
    assertThat(itself.on(join(itself, FLOOD_GROUP)).refusal())
        .isEqualTo(Refusal.MERGED_INTO_ITSELF);
  }
}
