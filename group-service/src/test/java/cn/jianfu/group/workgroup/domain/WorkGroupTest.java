package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.FLOOD_GROUP;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.OTHER_GROUP;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.TODAY;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.XINDIAN;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.aWorkGroup;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.day;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkGroupTest {

  @Test
  void activityOfAnUndeclaredGroupIsObserved() {
    var group = aWorkGroup().used();

    assertThat(group.state()).isEqualTo(GroupState.OBSERVED);
    assertThat(group.group().profile().facts().missing())
        .containsExactly("createdOn", "kind", "ownerRef", "ownerUnit", "purpose");
  }

  @Test
  void ofAnOwnerUnderAnotherKeyNobodySaysThatItIsAnother() {
    assertThat(declaredAgainWithOwner("k1:b"))
        .singleElement()
        .isInstanceOf(WorkGroupEvent.OwnerChanged.class);
    assertThat(declaredAgainWithOwner("k2:x"))
        .singleElement()
        .isInstanceOfSatisfying(
            WorkGroupEvent.Changed.class,
            changed -> assertThat(changed.facts().ownerRef()).isEqualTo("k2:x"));
  }

  private static List<WorkGroupEvent> declaredAgainWithOwner(String ref) {
    Facts before = facts("防汛群").ownedBy(XINDIAN, "k1:a", null);
    var group = aWorkGroup().on(new WorkGroupCommand.Declare(FLOOD_GROUP, XINDIAN, before, day(1)));
    return group
        .on(
            new WorkGroupCommand.Declare(
                FLOOD_GROUP, XINDIAN, before.ownedBy(XINDIAN, ref, null), day(2)))
        .said();
  }

  @Test
  void anObservedGroupCanBeDeclaredAndNothingElse() {
    assertThat(aWorkGroup().used().filed().refusal()).isEqualTo(Refusal.NOT_DECLARED);
    assertThat(aWorkGroup().used().declared().state()).isEqualTo(GroupState.DECLARED);
  }

  @Test
  void aGroupThatIsDeclaredFiledAndUsedIsActive() {
    var group = aWorkGroup().active();

    assertThat(group.group().profile().transitions())
        .containsExactly(
            new Transition(GroupState.DECLARED, day(1)),
            new Transition(GroupState.FILED, day(2)),
            new Transition(GroupState.ACTIVE, day(3)));
  }

  @Test
  void aGroupInUseIsActiveAsSoonAsItIsFiled() {
    assertThat(aWorkGroup().declared().used().filed().state()).isEqualTo(GroupState.ACTIVE);
  }

  @Test
  void filingOnAnEarlierDayKeepsThatDayAndTheOrderOfStates() {
    var group = aWorkGroup().declared();

    group.on(new WorkGroupCommand.File("新党政〔2025〕3号", day(1).minusYears(1)));

    assertThat(group.group().profile().filing())
        .isEqualTo(new Filing("新党政〔2025〕3号", day(1).minusYears(1), "防汛群", null));
    assertThat(group.group().profile().since()).isEqualTo(day(1));
  }

  @Test
  void declaringTheSameAgainSaysNothingNew() {
    assertThat(aWorkGroup().declared().declared().said()).isEmpty();
    assertThat(aWorkGroup().active().filed().said()).isEmpty();
  }

  @Test
  void anotherNameIsARenaming() {
    var group = aWorkGroup().active();

    group.on(new WorkGroupCommand.Declare(FLOOD_GROUP, XINDIAN, facts("防汛防台群"), day(5)));

    assertThat(group.said()).containsExactly(new WorkGroupEvent.Renamed("防汛防台群", "防汛群", day(5)));
  }

  @Test
  void theBlanksOfARegisterTakeNothingAway() {
    var group = aWorkGroup().declared();
    Facts row =
        new Facts(
            "防汛群",
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
            Confidence.IMPORTED);

    group.on(new WorkGroupCommand.Complete(FLOOD_GROUP, XINDIAN, row, day(4)));

    assertThat(group.said()).isEmpty();
    assertThat(group.group().profile().facts()).isEqualTo(facts("防汛群"));
  }

  @Test
  void onlyAGroupInUseIsWarnedAndAWarningCanBeLifted() {
    assertThat(aWorkGroup().declared().on(new WorkGroupCommand.Warn(day(4))).refusal())
        .isEqualTo(Refusal.NOT_ACTIVE);

    var warned = aWorkGroup().active().on(new WorkGroupCommand.Warn(day(4)));
    assertThat(warned.state()).isEqualTo(GroupState.WARNED);
    assertThat(warned.on(new WorkGroupCommand.LiftWarning(day(5))).state())
        .isEqualTo(GroupState.ACTIVE);
  }

  @Test
  void aGroupThatDoesNotExistFollowsNoCommand() {
    assertThat(aWorkGroup().decided(DecisionKind.KEEP, 1).refusal())
        .isEqualTo(Refusal.NOT_DECLARED);
  }

  @Test
  void aDayToComeIsDeclined() {
    assertThat(
            aWorkGroup()
                .active()
                .on(new WorkGroupCommand.Rename("新", WorkGroupFixture.TODAY.plusDays(1)))
                .refusal())
        .isEqualTo(Refusal.DAY_IN_FUTURE);
  }

  @Test
  void aGroupIsNotValidUntilBeforeItWasCreated() {
    Facts contradictory =
        new Facts(
            "群",
            GroupKind.TEMPORARY,
            null,
            null,
            null,
            null,
            null,
            null,
            day(5),
            day(4),
            null,
            null,
            null,
            Confidence.API);

    assertThat(
            aWorkGroup()
                .on(new WorkGroupCommand.Declare(FLOOD_GROUP, XINDIAN, contradictory, day(9)))
                .refusal())
        .isEqualTo(Refusal.VALID_BEFORE_CREATED);
  }

  @Test
  void allContradictionsOfADeclarationAreSaidAtOnce() {
    Facts contradictory =
        new Facts(
            "群",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            TODAY.plusDays(3),
            TODAY.plusDays(2),
            TODAY.plusDays(1),
            Facts.Approval.of("闽办〔2026〕1号", TODAY.plusDays(1)),
            null,
            Confidence.API);

    assertThat(
            aWorkGroup()
                .on(
                    new WorkGroupCommand.Declare(
                        FLOOD_GROUP, XINDIAN, contradictory, TODAY.plusDays(1)))
                .refusals())
        .containsExactly(
            Refusal.DAY_IN_FUTURE,
            Refusal.CREATED_IN_FUTURE,
            Refusal.COMPLETED_IN_FUTURE,
            Refusal.APPROVED_IN_FUTURE,
            Refusal.VALID_BEFORE_CREATED,
            Refusal.COMPLETED_BEFORE_CREATED);
  }

  @Test
  void allThatIsWrongWithADecisionIsSaidAtOnceAndWhatIsInItsWayOnlyThen() {
    WorkGroupFixture group = aWorkGroup().active().tied(null, true);

    assertThat(group.on(dissolve(TODAY, day(3), OTHER_GROUP)).refusals())
        .containsExactly(Refusal.MERGE_TARGET_UNEXPECTED, Refusal.DUE_BEFORE_DECIDED);
    assertThat(group.on(dissolve(TODAY.plusDays(1), TODAY, FLOOD_GROUP)).refusals())
        .containsExactly(
            Refusal.DAY_IN_FUTURE,
            Refusal.MERGE_TARGET_UNEXPECTED,
            Refusal.MERGED_INTO_ITSELF,
            Refusal.DUE_BEFORE_DECIDED);
    assertThat(group.on(dissolve(TODAY, TODAY, null)).refusals())
        .containsExactly(Refusal.MERGES_AWAITED);
  }

  private static WorkGroupCommand dissolve(
      LocalDate on, LocalDate dueOn, @Nullable GroupId target) {
    return new WorkGroupCommand.Decide(
        DecisionKind.DISSOLVE, "闲置", dueOn, target, null, DecisionOrigin.BY_HAND, on);
  }

  @Test
  void whatWasDissolvedEndedThenAsSoonAsItCannotBeRestored() {
    var group = aWorkGroup().active().decided(DecisionKind.DISSOLVE, 4);
    assertThat(group.group().endedOn(day(99))).isNull();
    group.executed(5);

    assertThat(group.group().endedOn(day(35))).isNull();
    assertThat(group.group().endedOn(day(36))).isEqualTo(day(5));

    group.on(new WorkGroupCommand.Archive(day(40)));
    assertThat(group.state()).isEqualTo(GroupState.ARCHIVED);
    assertThat(group.group().endedOn(day(40))).isEqualTo(day(5));
  }

  @Test
  void whatWasMergedOrDeclaredInErrorHasEndedAtOnce() {
    var merged = aWorkGroup().active().decided(DecisionKind.MERGE, 4).executed(6);
    assertThat(merged.state()).isEqualTo(GroupState.MERGED);
    assertThat(merged.group().endedOn(day(6))).isEqualTo(day(6));

    var never = aWorkGroup().declared();
    never.on(new WorkGroupCommand.WithdrawDeclaration(null, day(3)));
    assertThat(never.group().endedOn(day(9))).isEqualTo(day(3));
  }
}
