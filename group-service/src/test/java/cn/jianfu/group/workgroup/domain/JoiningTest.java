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

  private static final WorkGroupCommand JOIN = new WorkGroupCommand.Join(OTHER_GROUP, day(20));

  @Test
  void aGroupThatNobodySawInUseGoesOnUnderItsPlatformsId() {
    var group = aWorkGroup().declared().filed().on(JOIN);

    assertThat(group.state()).isEqualTo(GroupState.JOINED);
    assertThat(group.group())
        .isInstanceOfSatisfying(
            WorkGroup.Joined.class, it -> assertThat(it.into()).isEqualTo(OTHER_GROUP));
    assertThat(group.on(JOIN).said()).isEmpty();
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
            new WorkGroupCommand.WithdrawDeclaration(null, day(21)),
            new WorkGroupCommand.Join(FLOOD_GROUP, day(21)));
    var group = aWorkGroup().declared().on(JOIN);

    assertThat(said)
        .allSatisfy(command -> assertThat(group.on(command).refusal()).isEqualTo(Refusal.JOINED));
    assertThat(group.state()).isEqualTo(GroupState.JOINED);
  }

  @Test
  void whatWasSeenInUseOrIsAwaitedOrHasEndedStays() {
    assertThat(aWorkGroup().active().on(JOIN).refusal()).isEqualTo(Refusal.BUILT_ON);
    assertThat(aWorkGroup().declared().tied(null, true).on(JOIN).refusal())
        .isEqualTo(Refusal.MERGES_AWAITED);
    assertThat(
            aWorkGroup()
                .declared()
                .decided(DecisionKind.DISSOLVE, 5)
                .executed(6)
                .on(JOIN)
                .refusal())
        .isEqualTo(Refusal.ALREADY_DISSOLVED);
    assertThat(aWorkGroup().declared().on(new WorkGroupCommand.Join(FLOOD_GROUP, day(9))).refusal())
        .isEqualTo(Refusal.MERGED_INTO_ITSELF);
    assertThat(aWorkGroup().on(JOIN).refusal()).isEqualTo(Refusal.NOT_DECLARED);
  }
}
