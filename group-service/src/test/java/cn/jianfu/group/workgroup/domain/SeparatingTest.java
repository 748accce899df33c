package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.FLOOD_GROUP;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.OFFICE;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.XINDIAN;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A register's entry that was joined with a group, and is another after all. */
class SeparatingTest {

  private static final GroupId ENTRY =
      new GroupId(XINDIAN, Platform.WECOM, "reg:0f1e2d3c4b5a69788796a5b4c3d2e1f0");
  private static final GroupId SECOND =
      new GroupId(XINDIAN, Platform.WECOM, "reg:1f1e2d3c4b5a69788796a5b4c3d2e1f0");

  private final WorkGroup listed =
      after(
          declared(ENTRY, "防汛群", "值班", 1),
          new WorkGroupCommand.File("备1", day(2)),
          decide(DecisionKind.DISSOLVE, 3));
  private final WorkGroup known = declared(FLOOD_GROUP, "防汛工作群", null, 10);

  @Test
  void theEntryIsAgainAsItWasAndIsKnownNotToBeTheOther() {
    WorkGroup again =
        after(
            listed,
            new WorkGroupCommand.Join(FLOOD_GROUP, listed, day(20)),
            new WorkGroupCommand.Separate(day(21)));

    assertThat(again.profile().transitions()).isEqualTo(listed.profile().transitions());
    assertThat(again.decision()).isEqualTo(listed.decision());
    assertThat(again.state()).isEqualTo(GroupState.DISSOLVING);
    assertThat(again.profile().sameness().notThese()).containsExactly(FLOOD_GROUP);
    assertThat(after(again, new WorkGroupCommand.Separate(day(22)))).isEqualTo(again);
    assertThat(refusal(listed, new WorkGroupCommand.Separate(day(22))))
        .isEqualTo(Refusal.NOT_JOINED);
  }

  @Test
  void whatWasTakenOverGoesBackWhereNobodySaidOtherwise() {
    assertThat(givenBack(takenOver(known))).isEqualTo(known);
  }

  @Test
  void whatWasSaidAndHappenedSinceStays() {
    WorkGroup since =
        after(
            takenOver(known),
            new WorkGroupCommand.WithdrawDecision(day(21)),
            new WorkGroupCommand.ChangeOwner(XINDIAN, "k1:new", null, day(22)),
            new WorkGroupCommand.Observe(FLOOD_GROUP, XINDIAN, day(23)),
            new WorkGroupCommand.Warn(day(24)));

    WorkGroup alone = givenBack(since);

    assertThat(alone.profile().facts().ownerRef()).isEqualTo("k1:new");
    assertThat(alone.profile().facts().purpose()).isNull();
    assertThat(alone.profile().isFiled()).isFalse();
    assertThat(alone.decision()).as("it was never its own, withdrawn or not").isNull();
    assertThat(alone.state()).isEqualTo(GroupState.DECLARED);
    assertThat(alone.profile().transitions().getFirst())
        .isEqualTo(new Transition(GroupState.DECLARED, day(10)));
    assertThat(alone.profile().transitions())
        .extracting(Transition::state)
        .contains(GroupState.WARNED);
  }

  /** The register filed it as 防汛群; its platform calls it 防汛工作群. */
  @Test
  void theFilingThatIsTakenOverKeepsItsNameAndGoesBackWithIt() {
    WorkGroup one = takenOver(known);
    assertThat(one.profile().filing()).isEqualTo(new Filing("备1", day(2), "防汛群", day(20)));

    WorkGroup renamed = after(one, new WorkGroupCommand.Rename("防汛群", day(22)));
    assertThat(renamed.profile().filing())
        .isEqualTo(new Filing("备1", day(2), "防汛群", null, new Filing.Return(day(20), day(22))));
    assertThat(givenBack(renamed).profile().isFiled()).isFalse();

    WorkGroup filed = after(one, new WorkGroupCommand.File("备1", day(22)));
    assertThat(givenBack(filed).profile().filing())
        .as("a rename that was filed since is its own")
        .isEqualTo(new Filing("备1", day(22), "防汛工作群", null));
  }

  @Test
  void anOldFilingThatIsTakenOverIsInDoubtWhereTheNamesDiffer() {
    WorkGroup old = listed.with(listed.profile().filed(new Filing("备1", day(2), null, null)));
    WorkGroup alike = declared(FLOOD_GROUP, "防汛-群", null, 10);
    var takeOver = new WorkGroupCommand.TakeOver(old, day(20));

    assertThat(after(known, takeOver).profile().filing())
        .isEqualTo(new Filing("备1", day(2), null, day(20)));
    assertThat(after(alike, takeOver).profile().filing())
        .isEqualTo(new Filing("备1", day(2), null, null));
    WorkGroup told = after(alike, takeOver, new WorkGroupCommand.File("备1", day(22)));
    assertThat(after(told, new WorkGroupCommand.GiveBack(old, day(30))).profile().filing())
        .as("that it is filed under this name is its own word")
        .isEqualTo(new Filing("备1", day(2), "防汛-群", null));
  }

  @Test
  void itsOwnFilingStandsBeforeAndAfter() {
    WorkGroup filed = after(known, new WorkGroupCommand.File("自1", day(12)));

    assertThat(takenOver(filed).profile().filing())
        .isEqualTo(new Filing("自1", day(12), "防汛工作群", null));
    assertThat(givenBack(takenOver(filed))).isEqualTo(filed);
    WorkGroup alike =
        after(declared(FLOOD_GROUP, "防汛群", null, 10), new WorkGroupCommand.File("备1", day(2)));
    assertThat(givenBack(takenOver(alike))).as("filed alike").isEqualTo(alike);
  }

  @Test
  void aDecisionOfItsOwnStandsBeforeAndAfter() {
    WorkGroup kept = after(known, decide(DecisionKind.KEEP, 12));

    assertThat(givenBack(takenOver(kept))).isEqualTo(kept);
    WorkGroup decidedSince =
        after(
            takenOver(known),
            new WorkGroupCommand.WithdrawDecision(day(21)),
            decide(DecisionKind.STANDARDISE, 22));
    assertThat(givenBack(decidedSince).decision()).isEqualTo(decidedSince.decision());
  }

  @Test
  void aGroupThatWasOnlySeenTakesOverWhatItIsCalledAndIsOnlySeenAgain() {
    WorkGroup seen = after(null, new WorkGroupCommand.Observe(FLOOD_GROUP, XINDIAN, day(5)));

    WorkGroup one = takenOver(seen);

    assertThat(one.profile().facts()).isEqualTo(listed.profile().facts());
    assertThat(one.profile().declaredOn()).isEqualTo(day(1));
    assertThat(one.state()).isEqualTo(GroupState.DISSOLVING);
    assertThat(givenBack(one)).isEqualTo(seen);
    WorkGroup alone = givenBack(after(one, new WorkGroupCommand.Rename("别的群", day(22))));
    assertThat(alone.state()).isEqualTo(GroupState.DECLARED);
    assertThat(alone.profile().declaredOn()).isEqualTo(day(30));
    assertThat(alone.profile().facts().name()).isEqualTo("别的群");
  }

  @Test
  void whatWasBuiltOnTheJoinStandsAgainstUndoingIt() {
    WorkGroup dissolved = after(takenOver(known), new WorkGroupCommand.ReportExecution(day(22)));
    assertThat(refusal(dissolved, new WorkGroupCommand.GiveBack(listed, day(30))))
        .isEqualTo(Refusal.JOIN_BUILT_ON);
    WorkGroup restored = after(dissolved, new WorkGroupCommand.Restore(day(23)));
    assertThat(refusal(restored, new WorkGroupCommand.GiveBack(listed, day(30))))
        .isEqualTo(Refusal.JOIN_BUILT_ON);

    WorkGroup second = declared(SECOND, "抗旱群", "抗旱", 4);
    WorkGroup both = after(takenOver(known), new WorkGroupCommand.TakeOver(second, day(21)));
    assertThat(refusal(both, new WorkGroupCommand.GiveBack(listed, day(30))))
        .isEqualTo(Refusal.JOIN_BUILT_ON);
    WorkGroup one = after(both, new WorkGroupCommand.GiveBack(second, day(30)));
    assertThat(givenBack(one)).as("the latest goes first").isEqualTo(known);
  }

  @Test
  void aDecisionThatOthersStandAgainstDoesNotComeBack() {
    WorkGroup leaving = after(known, decide(DecisionKind.DISSOLVE, 12));
    WorkGroup staying = declared(ENTRY, "防汛群", null, 1);
    var byRule = new WorkGroupCommand.TakeOver(listed, day(20));

    assertThat(refusal(known, byRule, new MergeTies(null, true))).isEqualTo(Refusal.MERGES_AWAITED);
    assertThat(
            refusal(
                leaving,
                new WorkGroupCommand.TakeOver(staying, day(20)),
                new MergeTies(null, true)))
        .isNull();
  }

  @Test
  void whatWasJoinedBeforeThisWasKeptStaysSo() {
    var before = new WorkGroup.Joined(listed.profile(), FLOOD_GROUP, null);

    assertThat(refusal(before, new WorkGroupCommand.Separate(day(30))))
        .isEqualTo(Refusal.JOIN_NOT_KEPT);
  }

  private WorkGroup takenOver(WorkGroup group) {
    return after(group, new WorkGroupCommand.TakeOver(listed, day(20)));
  }

  private WorkGroup givenBack(WorkGroup group) {
    return after(group, new WorkGroupCommand.GiveBack(listed, day(30)));
  }

  private static WorkGroupCommand decide(DecisionKind kind, int day) {
    return new WorkGroupCommand.Decide(
        kind, "长期闲置", day(90), null, null, DecisionOrigin.BY_HAND, day(day));
  }

  private static WorkGroup declared(GroupId id, String name, @Nullable String purpose, int day) {
    Facts facts =
        new Facts(
            name,
            null,
            null,
            null,
            purpose,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Confidence.IMPORTED);
    return after(null, new WorkGroupCommand.Declare(id, XINDIAN, facts, day(day)));
  }

  private static @Nullable Refusal refusal(WorkGroup group, WorkGroupCommand command) {
    return refusal(group, command, MergeTies.NONE);
  }

  private static @Nullable Refusal refusal(
      WorkGroup group, WorkGroupCommand command, MergeTies ties) {
    return switch (WorkGroupDecisions.decide(group, command, now(ties))) {
      case Verdict.Accepted _ -> null;
      case Verdict.Declined(var why) -> why.getFirst();
    };
  }

  private static WorkGroup after(@Nullable WorkGroup before, WorkGroupCommand... commands) {
    WorkGroup group = before;
    for (WorkGroupCommand command : commands) {
      switch (WorkGroupDecisions.decide(group, command, now(MergeTies.NONE))) {
        case Verdict.Accepted(var events) -> {
          for (WorkGroupEvent event : events) {
            group = WorkGroupHistory.evolve(group, event);
          }
        }
        case Verdict.Declined(var why) -> throw new AssertionError(command + ": " + why);
      }
    }
    return Objects.requireNonNull(group);
  }

  private static Circumstances now(MergeTies ties) {
    LocalDate today = day(60);
    return new Circumstances(today, OFFICE, 30, 90, false, false, ties);
  }
}
