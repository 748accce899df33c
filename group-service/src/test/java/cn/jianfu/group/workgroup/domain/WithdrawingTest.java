package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.FLOOD_GROUP;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.OTHER_GROUP;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.XINDIAN;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.aWorkGroup;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.day;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WithdrawingTest {

  @Test
  void aGroupThatIsOnlyDeclaredIsWithdrawnAndSoIsItsFiling() {
    var group = aWorkGroup().declared().filed().on(backTo(null));

    assertThat(group.state()).isEqualTo(GroupState.WITHDRAWN);
    assertThat(group.group().profile().isFiled()).isFalse();
    assertThat(group.group().profile().declaredOn()).isNull();
    assertThat(group.group().profile().since()).isEqualTo(day(9));
    assertThat(group.on(backTo(null)).said()).isEmpty();
    assertThat(group.refusal()).isNull();
  }

  @Test
  void whatWasChangedIsAgainAsItWas() {
    var group = aWorkGroup().declared();
    WorkGroup before = group.group();
    group.on(new WorkGroupCommand.Declare(FLOOD_GROUP, XINDIAN, facts("防台群"), day(4))).filed();

    assertThat(group.on(backTo(before)).group()).isEqualTo(before);
    assertThat(group.on(backTo(before)).said()).isEmpty();
  }

  @Test
  void aGroupThatWasSeenBeforeItWasDeclaredIsOnlySeenAgain() {
    var group = aWorkGroup().used();
    WorkGroup before = group.group();

    assertThat(group.declared().on(backTo(before)).state()).isEqualTo(GroupState.OBSERVED);
  }

  @Test
  void whatWasBuiltOnStays() {
    assertThat(aWorkGroup().declared().decided(DecisionKind.KEEP, 5).on(backTo(null)).refusal())
        .isEqualTo(Refusal.BUILT_ON);
    assertThat(aWorkGroup().declared().tied(null, true).on(backTo(null)).refusal())
        .isEqualTo(Refusal.BUILT_ON);
    var dissolved = aWorkGroup().declared();
    WorkGroup before = dissolved.group();
    dissolved.decided(DecisionKind.DISSOLVE, 5).executed(6);
    assertThat(dissolved.on(backTo(null)).refusal()).isEqualTo(Refusal.ALREADY_DISSOLVED);
    assertThat(dissolved.on(backTo(before)).refusal()).isEqualTo(Refusal.ALREADY_DISSOLVED);
    dissolved.on(new WorkGroupCommand.Restore(day(7)));
    assertThat(dissolved.on(backTo(before)).refusal()).isEqualTo(Refusal.BUILT_ON);
  }

  @Test
  void whatWasSeenInUseIsThereWhateverWasSaidAboutItAndWhenever() {
    var toBeDissolved = aWorkGroup().declared().decided(DecisionKind.DISSOLVE, 2).used();
    toBeDissolved.on(new WorkGroupCommand.WithdrawDecision(day(4)));
    for (WorkGroupFixture inUse :
        List.of(
            aWorkGroup().declared().used(),
            aWorkGroup().active(),
            aWorkGroup().used().declared(),
            toBeDissolved)) {
      WorkGroup before = inUse.group();
      assertThat(inUse.on(backTo(null)).refusal()).isEqualTo(Refusal.SEEN_IN_USE);
      assertThat(inUse.group()).isEqualTo(before);
    }
  }

  @Test
  void whatARegisterListedAsWellWasBuiltOn() {
    var group = aWorkGroup().declared().on(new WorkGroupCommand.TakeOver(entry(), day(4)));

    assertThat(group.said()).isNotEmpty();
    assertThat(group.on(backTo(null)).refusal()).isEqualTo(Refusal.BUILT_ON);
  }

  private static WorkGroup entry() {
    Profile own = aWorkGroup().declared().group().profile();
    return new WorkGroup.Declared(
        new Profile(OTHER_GROUP, XINDIAN, own.facts(), day(1), null, null, own.transitions()),
        null);
  }

  @Test
  void whatNobodyHasDeclaredIsNotWithdrawn() {
    assertThat(aWorkGroup().on(backTo(null)).refusal()).isEqualTo(Refusal.NOT_DECLARED);
    assertThat(aWorkGroup().used().on(backTo(null)).refusal()).isEqualTo(Refusal.NOT_DECLARED);
  }

  @Test
  void whatWasDecidedSinceAndIsWithdrawnStandsInNobodysWay() {
    var declared = aWorkGroup().declared().decided(DecisionKind.DISSOLVE, 5);
    declared.on(new WorkGroupCommand.WithdrawDecision(day(6)));
    assertThat(declared.on(backTo(null)).state()).isEqualTo(GroupState.WITHDRAWN);

    var kept = aWorkGroup().declared().decided(DecisionKind.KEEP, 3);
    WorkGroup before = kept.group();
    kept.on(new WorkGroupCommand.Declare(FLOOD_GROUP, XINDIAN, facts("防台群"), day(4)));
    kept.decided(DecisionKind.DISSOLVE, 5).on(new WorkGroupCommand.WithdrawDecision(day(6)));
    assertThat(kept.on(backTo(before)).group().decision()).isEqualTo(before.decision());
    assertThat(kept.group().profile().facts()).isEqualTo(before.profile().facts());
    assertThat(kept.on(backTo(before)).said()).isEmpty();
    assertThat(kept.refusal()).isNull();
  }

  @Test
  void whatTheDistrictHasConfirmedAGroupOfIsNoError() {
    var group = aWorkGroup().declared().confirmed();

    assertThat(group.on(backTo(null)).refusal()).isEqualTo(Refusal.FINDING_CONFIRMED);
  }

  /** Else who has missed a day withdraws first the decision and then the group. */
  @Test
  void aDayThatHasPassedStandsInTheWayAlsoWhenTheDecisionThatSetItIsWithdrawn() {
    var overdue = aWorkGroup().declared().decided(DecisionKind.DISSOLVE, 5);
    LocalDate due = overdue.group().profile().deadlines().all().getFirst().dueOn();
    int passed = (int) ChronoUnit.DAYS.between(day(0), due) + 1;
    overdue.today(passed).on(new WorkGroupCommand.WithdrawDecision(day(passed)));

    assertThat(overdue.on(backTo(null)).refusal()).isEqualTo(Refusal.DAY_MISSED);
    assertThat(overdue.today(passed + 90).on(backTo(null)).state())
        .as("it does not bind for ever")
        .isEqualTo(GroupState.WITHDRAWN);
  }

  @Test
  void whatWasDissolvedAndRestoredSinceWasBuiltOn() {
    WorkGroup before = aWorkGroup().declared().group();
    for (WorkGroup past : Arrays.asList(null, before)) {
      var group = aWorkGroup().declared().decided(DecisionKind.DISSOLVE, 5).executed(6);
      group.on(new WorkGroupCommand.Restore(day(7))).decided(DecisionKind.DISSOLVE, 7);
      group.on(new WorkGroupCommand.WithdrawDecision(day(8)));
      assertThat(group.on(backTo(past)).refusal()).isEqualTo(Refusal.BUILT_ON);
    }
  }

  @Test
  void whatWasToBeDoneByADayIsDueAlsoWhenItIsDeclaredAnew() {
    var group = aWorkGroup().declared().decided(DecisionKind.DISSOLVE, 5);
    group.on(new WorkGroupCommand.WithdrawDecision(day(6)));
    Deadlines due = group.group().profile().deadlines();

    group.on(backTo(null));
    group.on(new WorkGroupCommand.Declare(FLOOD_GROUP, XINDIAN, facts("防汛群"), day(10)));

    assertThat(due).isNotEqualTo(Deadlines.NONE);
    assertThat(group.group().profile().deadlines()).isEqualTo(due);
  }

  @Test
  void whatWasKeptSinceStandsInTheWayAlsoWhenWhatCameAfterThatWasWithdrawn() {
    var group = aWorkGroup().declared().decided(DecisionKind.KEEP, 5);
    group.decided(DecisionKind.DISSOLVE, 6).on(new WorkGroupCommand.WithdrawDecision(day(7)));

    assertThat(group.on(backTo(null)).refusal()).isEqualTo(Refusal.BUILT_ON);
  }

  @Test
  void aGroupIsAgainAsItWasUnlessSomethingElseHasHappened() {
    WorkGroup then = aWorkGroup().active().group();
    var group = aWorkGroup().active().decided(DecisionKind.DISSOLVE, 5);
    assertThat(group.group().isAgain(then)).isFalse();

    group.on(new WorkGroupCommand.WithdrawDecision(day(6)));
    assertThat(group.group().isAgain(then)).isTrue();
    group.on(new WorkGroupCommand.Rename("新名", day(7)));
    assertThat(group.group().isAgain(then)).isFalse();
    assertThat(aWorkGroup().declared().filed().group().isAgain(then)).isFalse();
  }

  @Test
  void whatWasDecidedWithItGoesWithItAndNothingElseThatWasDecided() {
    var group = aWorkGroup().declared();
    WorkGroup before = group.group();
    group.decided(DecisionKind.DISSOLVE, 5);
    CleanupDecision taken = Objects.requireNonNull(group.group().decision());
    var same = new SaidDecision(taken.kind(), taken.reason(), null);
    var other = new SaidDecision(DecisionKind.KEEP, taken.reason(), null);

    assertThat(group.on(backTo(before, other)).refusal()).isEqualTo(Refusal.BUILT_ON);
    assertThat(group.on(backTo(before, same)).group().isAgain(before)).isTrue();
    assertThat(group.said())
        .hasExactlyElementsOfTypes(
            WorkGroupEvent.DecisionWithdrawn.class, WorkGroupEvent.DeclarationWithdrawn.class);
  }

  @Test
  void aPastThatIsNotItsOwnIsNotGivenBack() {
    WorkGroup other = aWorkGroup().active().group();

    assertThat(aWorkGroup().declared().on(backTo(other)).refusal()).isEqualTo(Refusal.BUILT_ON);
  }

  @Test
  void theRightRegisterDeclaresItAgainAndTheWrongOneCompletesNothing() {
    var group = aWorkGroup().declared().on(backTo(null));
    Facts right =
        new Facts(
            "防汛群",
            null,
            null,
            null,
            null,
            XINDIAN,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Confidence.IMPORTED);

    group.on(new WorkGroupCommand.Complete(FLOOD_GROUP, XINDIAN, right, day(12)));

    assertThat(group.state()).isEqualTo(GroupState.DECLARED);
    assertThat(group.group().profile().facts()).isEqualTo(right);
    assertThat(group.group().profile().declaredOn()).isEqualTo(day(12));
  }

  @Test
  void aWithdrawnGroupThatIsSeenInUseIsAGroupThatNobodyHasDeclared() {
    var group = aWorkGroup().declared().on(backTo(null));

    assertThat(group.on(new WorkGroupCommand.Rename("新名", day(10))).refusal())
        .isEqualTo(Refusal.NOT_DECLARED);
    group.on(new WorkGroupCommand.Observe(FLOOD_GROUP, XINDIAN, day(11)));
    assertThat(group.state()).isEqualTo(GroupState.OBSERVED);
    assertThat(group.group().profile().usedSince()).isEqualTo(day(11));
    assertThat(group.group().profile().facts().name()).isEqualTo(FLOOD_GROUP.externalId());
  }

  private static WorkGroupCommand backTo(WorkGroup former, SaidDecision said) {
    return new WorkGroupCommand.WithdrawDeclaration(former, said, day(9));
  }

  private static WorkGroupCommand backTo(@Nullable WorkGroup former) {
    return new WorkGroupCommand.WithdrawDeclaration(former, day(9));
  }
}
