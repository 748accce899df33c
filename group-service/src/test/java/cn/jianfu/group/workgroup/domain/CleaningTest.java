package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.DecisionKind.DISSOLVE;
import static cn.jianfu.group.workgroup.domain.DecisionKind.KEEP;
import static cn.jianfu.group.workgroup.domain.DecisionKind.MERGE;
import static cn.jianfu.group.workgroup.domain.DecisionKind.STANDARDISE;
import static cn.jianfu.group.workgroup.domain.DecisionOrigin.BY_HAND;
import static cn.jianfu.group.workgroup.domain.MergeTies.Target.LEAVING;
import static cn.jianfu.group.workgroup.domain.MergeTies.Target.STAYING;
import static cn.jianfu.group.workgroup.domain.MergeTies.Target.UNKNOWN;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.FLOOD_GROUP;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.OTHER_GROUP;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.XINDIAN;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.aWorkGroup;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.day;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.facts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleaningTest {

  @Test
  void aDissolvedGroupCanBeRestoredForThirtyDays() {
    var group = aWorkGroup().active().decided(DISSOLVE, 10).executed(12);
    assertThat(group.state()).isEqualTo(GroupState.DISSOLVED);
    assertThat(group.group().decision().restoreUntil()).isEqualTo(day(42));

    group.on(new WorkGroupCommand.Restore(day(42)));

    assertThat(group.state()).isEqualTo(GroupState.ACTIVE);
    assertThat(group.on(new WorkGroupCommand.Restore(day(42))).said()).isEmpty();
  }

  @Test
  void afterTheWindowItIsArchivedAndNotBefore() {
    var group = aWorkGroup().active().decided(DISSOLVE, 10).executed(12);

    assertThat(group.on(new WorkGroupCommand.Archive(day(42))).refusal())
        .isEqualTo(Refusal.RESTORE_WINDOW_OPEN);
    assertThat(group.on(new WorkGroupCommand.Restore(day(43))).refusal())
        .isEqualTo(Refusal.RESTORE_WINDOW_PASSED);
    assertThat(group.on(new WorkGroupCommand.Archive(day(43))).state())
        .isEqualTo(GroupState.ARCHIVED);
  }

  @Test
  void aGroupIsMergedOnlyIntoOneThatStays() {
    var group = aWorkGroup().active();

    assertThat(group.tied(UNKNOWN, false).decided(MERGE, 10).refusal())
        .isEqualTo(Refusal.MERGE_TARGET_UNKNOWN);
    assertThat(group.tied(LEAVING, false).decided(MERGE, 10).refusal())
        .isEqualTo(Refusal.MERGE_TARGET_LEAVING);
    assertThat(group.tied(STAYING, false).decided(MERGE, 10).state()).isEqualTo(GroupState.MERGING);
  }

  @Test
  void aMergeIsNotCarriedOutWhenItsTargetWasGivenUpMeanwhile() {
    var group = aWorkGroup().active().tied(STAYING, false).decided(MERGE, 10);

    assertThat(group.tied(LEAVING, false).executed(11).refusal())
        .isEqualTo(Refusal.MERGE_TARGET_LEAVING);
    assertThat(group.state()).isEqualTo(GroupState.MERGING);
    assertThat(group.tied(STAYING, false).executed(11).state()).isEqualTo(GroupState.MERGED);
    assertThat(group.tied(LEAVING, false).executed(11).refusal()).isNull();
  }

  @Test
  void aGroupThatOthersGoOnInDoesNotLeave() {
    var group = aWorkGroup().active().tied(STAYING, true);

    assertThat(group.decided(DISSOLVE, 10).refusal()).isEqualTo(Refusal.MERGES_AWAITED);
    assertThat(group.decided(MERGE, 10).refusal()).isEqualTo(Refusal.MERGES_AWAITED);
    assertThat(group.decided(STANDARDISE, 10).refusal()).isNull();
  }

  @Test
  void aMergeNamesTheGroupThatGoesOn() {
    var group = aWorkGroup().active();

    assertThat(
            group
                .on(new WorkGroupCommand.Decide(MERGE, "重复", day(20), null, null, BY_HAND, day(10)))
                .refusal())
        .isEqualTo(Refusal.MERGE_TARGET_MISSING);
    assertThat(
            group
                .on(
                    new WorkGroupCommand.Decide(
                        MERGE, "重复", day(20), FLOOD_GROUP, null, BY_HAND, day(10)))
                .refusal())
        .isEqualTo(Refusal.MERGED_INTO_ITSELF);
    assertThat(group.decided(MERGE, 10).executed(11).state()).isEqualTo(GroupState.MERGED);
    assertThat(group.group().decision().mergeInto()).isEqualTo(OTHER_GROUP);
  }

  @Test
  void aWarnedGroupThatIsKeptIsActive() {
    var group = aWorkGroup().active().on(new WorkGroupCommand.Warn(day(5)));

    assertThat(group.decided(KEEP, 6).state()).isEqualTo(GroupState.ACTIVE);
    assertThat(group.group().decision().executedOn()).isEqualTo(day(6));
  }

  @Test
  void keepingAGroupDoesNotFileIt() {
    assertThat(aWorkGroup().declared().decided(KEEP, 6).state()).isEqualTo(GroupState.DECLARED);
  }

  @Test
  void standardisingIsDoneWhenItIsReportedAsDone() {
    var group = aWorkGroup().active().decided(STANDARDISE, 6);
    assertThat(group.group().decision().isOpen()).isTrue();

    assertThat(group.executed(8).state()).isEqualTo(GroupState.ACTIVE);
    assertThat(group.group().decision().executedOn()).isEqualTo(day(8));
  }

  @Test
  void aDecisionCanBeWithdrawnUntilItIsExecuted() {
    var group = aWorkGroup().active().decided(DISSOLVE, 10);

    group.on(new WorkGroupCommand.WithdrawDecision(day(11)));
    assertThat(group.state()).isEqualTo(GroupState.ACTIVE);
    assertThat(group.executed(12).refusal()).isEqualTo(Refusal.NO_DECISION);

    group.decided(DISSOLVE, 12).executed(13);
    assertThat(group.on(new WorkGroupCommand.WithdrawDecision(day(14))).refusal())
        .isEqualTo(Refusal.ALREADY_EXECUTED);
  }

  @Test
  void aSecondDecisionWaitsForTheFirst() {
    var group = aWorkGroup().active().decided(DISSOLVE, 10);

    assertThat(group.decided(DISSOLVE, 10).said()).isEmpty();
    assertThat(group.decided(KEEP, 10).refusal()).isEqualTo(Refusal.DECISION_OPEN);
  }

  @Test
  void whatARuleDecidedStandsUntilSomebodyDecides() {
    Actor rule = Actor.byRule("urn:group-service");
    var group = aWorkGroup().active().by(rule).decided(DISSOLVE, 10);

    group.by(WorkGroupFixture.OFFICE).decided(KEEP, 11);

    assertThat(group.said())
        .hasExactlyElementsOfTypes(
            WorkGroupEvent.DecisionWithdrawn.class, WorkGroupEvent.Decided.class);
    assertThat(group.state()).isEqualTo(GroupState.ACTIVE);
    assertThat(group.group().decision().decidedBy()).isEqualTo(WorkGroupFixture.OFFICE);
  }

  @Test
  void aRuleNeverOverrulesAnybody() {
    Actor rule = Actor.byRule("urn:group-service");

    assertThat(
            aWorkGroup().active().decided(STANDARDISE, 10).by(rule).decided(DISSOLVE, 11).refusal())
        .isEqualTo(Refusal.DECISION_OPEN);
  }

  @Test
  void aFlawedDecisionLeavesWhatARuleDecided() {
    var group = aWorkGroup().active().by(Actor.byRule("urn:x")).decided(DISSOLVE, 10);

    group
        .by(WorkGroupFixture.OFFICE)
        .on(new WorkGroupCommand.Decide(STANDARDISE, "整改", day(10), null, null, BY_HAND, day(11)));

    assertThat(group.refusal()).isEqualTo(Refusal.DUE_BEFORE_DECIDED);
    assertThat(group.state()).isEqualTo(GroupState.DISSOLVING);
  }

  @Test
  void whatSomebodyDecidedBeforeTheRuleAndIsHeardOfAfterItStands() {
    var group = aWorkGroup().active().by(Actor.byRule("urn:x")).decided(DISSOLVE, 10);

    group.by(WorkGroupFixture.OFFICE).decided(KEEP, 9);

    assertThat(group.state()).isEqualTo(GroupState.ACTIVE);
    assertThat(group.group().decision().decidedOn()).isEqualTo(day(10));
  }

  @Test
  void aRestoredGroupCanBeDissolvedAgainForTheSameReason() {
    var group = aWorkGroup().active().decided(DISSOLVE, 10).executed(12);
    group.on(new WorkGroupCommand.Restore(day(12)));

    group.on(
        new WorkGroupCommand.Decide(
            DISSOLVE, "长期闲置", day(20), null, "2026-autumn", BY_HAND, day(12)));

    assertThat(group.state()).isEqualTo(GroupState.DISSOLVING);
  }

  @Test
  void aGroupThatHasEndedStaysAsItWas() {
    var group = aWorkGroup().active().decided(DISSOLVE, 10).executed(12);

    assertThat(group.declared().refusal()).isNull();
    assertThat(group.said()).isEmpty();
    group.on(new WorkGroupCommand.Declare(FLOOD_GROUP, XINDIAN, facts("新名"), day(13)));
    assertThat(group.refusal()).isEqualTo(Refusal.ALREADY_DISSOLVED);
    assertThat(group.used().said()).isEmpty();
    assertThat(group.executed(12).refusal()).isNull();
    assertThat(group.executed(14).refusal()).isEqualTo(Refusal.ALREADY_EXECUTED);
  }

  @Test
  void aGroupThatIsSeenInUseWhileItIsToEndIsInUseWhenItStaysAfterAll() {
    var group = aWorkGroup().declared().filed().decided(DISSOLVE, 2).used();
    assertThat(group.state()).isEqualTo(GroupState.DISSOLVING);

    group.on(new WorkGroupCommand.WithdrawDecision(day(4)));

    assertThat(group.state()).isEqualTo(GroupState.ACTIVE);
    assertThat(group.group().profile().usedSince()).isEqualTo(day(3));
    assertThat(group.used().said()).isEmpty();
  }

  @Test
  void nothingIsExecutedBeforeItIsDecided() {
    assertThat(aWorkGroup().active().decided(DISSOLVE, 10).executed(9).refusal())
        .isEqualTo(Refusal.DAY_BEFORE_PRESENT_STATE);
    assertThat(aWorkGroup().active().decided(STANDARDISE, 10).executed(9).refusal())
        .isEqualTo(Refusal.DAY_BEFORE_PRESENT_STATE);
  }

  @Test
  void whatWasKeptIsKeptAgainWhenWhatCameAfterItIsWithdrawn() {
    var group = aWorkGroup().active().decided(KEEP, 6);
    CleanupDecision kept = group.group().decision();

    group.decided(DISSOLVE, 10).on(new WorkGroupCommand.WithdrawDecision(day(11)));

    assertThat(group.state()).isEqualTo(GroupState.ACTIVE);
    assertThat(group.group().decision().isThat(kept)).isTrue();
    assertThat(group.group().decision().executedOn()).isEqualTo(day(6));
    assertThat(group.group().decision().withdrawnOn()).isNull();
    assertThat(group.group().isKeptThough(day(6))).isTrue();
  }

  @Test
  void withdrawingAgainSaysNothingNewAlsoWhenWhatWasBeforeStandsAgain() {
    var group = aWorkGroup().active().decided(KEEP, 6);
    group.decided(DISSOLVE, 10).on(new WorkGroupCommand.WithdrawDecision(day(11)));

    group.on(new WorkGroupCommand.WithdrawDecision(day(11)));

    assertThat(group.refusal()).isNull();
    assertThat(group.said()).isEmpty();
  }

  /** Chosen for the wrong groups, it would say of them for ever that somebody looked. */
  @Test
  void keepingCanBeTakenBackAndWhateverWasBeforeIsSoAgain() {
    var warned = aWorkGroup().active().on(new WorkGroupCommand.Warn(day(5))).decided(KEEP, 6);
    assertThat(warned.state()).isEqualTo(GroupState.ACTIVE);

    warned.on(new WorkGroupCommand.WithdrawDecision(day(7)));

    assertThat(warned.refusal()).isNull();
    assertThat(warned.state()).isEqualTo(GroupState.WARNED);
    assertThat(warned.group().decision().withdrawnOn()).isEqualTo(day(7));
    assertThat(warned.group().isKeptThough(day(6))).isFalse();
    assertThat(warned.on(new WorkGroupCommand.WithdrawDecision(day(7))).said()).isEmpty();
  }

  @Test
  void whatStandsAgainIsTakenBackOnALaterDayAndNotByTheSameWithdrawalOnceMore() {
    var group = aWorkGroup().active().decided(KEEP, 6).decided(DISSOLVE, 10);
    group.on(new WorkGroupCommand.WithdrawDecision(day(11)));

    assertThat(group.on(new WorkGroupCommand.WithdrawDecision(day(11))).said()).isEmpty();
    group.on(new WorkGroupCommand.WithdrawDecision(day(12)));

    assertThat(group.group().decision().withdrawnOn()).isEqualTo(day(12));
    assertThat(group.state()).isEqualTo(GroupState.ACTIVE);
  }

  @Test
  void aWarningThatCameAfterKeepingStaysWhenThatIsTakenBack() {
    var group = aWorkGroup().active().decided(KEEP, 6).on(new WorkGroupCommand.Warn(day(9)));

    assertThat(group.on(new WorkGroupCommand.WithdrawDecision(day(10))).state())
        .isEqualTo(GroupState.WARNED);
    assertThat(group.group().profile().since()).as("since when").isEqualTo(day(9));
  }

  @Test
  void whatARuleDecidedStandsAgainWhenKeepingIsTakenBack() {
    var group = aWorkGroup().active().by(Actor.byRule("urn:x")).decided(DISSOLVE, 10);
    group.by(WorkGroupFixture.OFFICE).decided(KEEP, 11);

    group.on(new WorkGroupCommand.WithdrawDecision(day(12)));

    assertThat(group.state()).isEqualTo(GroupState.DISSOLVING);
    assertThat(group.group().decision().isByRule()).isTrue();
  }

  @Test
  void decidingToKeepYearAfterYearKeepsNoChainOfDecisions() {
    var group = aWorkGroup().active().decided(KEEP, 6).decided(KEEP, 7).decided(KEEP, 8);

    CleanupDecision.Before before = group.group().decision().before();

    assertThat(before.decision().decidedOn()).isEqualTo(day(7));
    assertThat(before.decision().before()).isNull();
  }

  @Test
  void whatWasPutRightBeforeIsSoAgain() {
    var group = aWorkGroup().active().decided(STANDARDISE, 6).executed(8);

    group.decided(MERGE, 10).on(new WorkGroupCommand.WithdrawDecision(day(11)));

    assertThat(group.group().decision().kind()).isEqualTo(STANDARDISE);
    assertThat(group.group().decision().executedOn()).isEqualTo(day(8));
  }

  @Test
  void whatARuleDecidedStandsAgainWhenWhoeverOverruledItTakesThatBack() {
    var group = aWorkGroup().active().by(Actor.byRule("urn:x")).decided(DISSOLVE, 10);
    group.by(WorkGroupFixture.OFFICE).decided(STANDARDISE, 11);

    group.on(new WorkGroupCommand.WithdrawDecision(day(12)));

    assertThat(group.state()).isEqualTo(GroupState.DISSOLVING);
    assertThat(group.group().decision().isByRule()).isTrue();
    assertThat(group.group().decision().dueOn()).isEqualTo(day(20));
    assertThat(group.group().profile().deadlines().all())
        .containsExactly(new Deadlines.Deadline(Deadlines.Duty.END, day(20), null));
    assertThat(group.executed(13).state()).isEqualTo(GroupState.DISSOLVED);
  }

  @Test
  void aGroupThatOthersGoOnInMeanwhileDoesNotEndByAWithdrawal() {
    var group = aWorkGroup().active().by(Actor.byRule("urn:x")).decided(DISSOLVE, 10);
    group.by(WorkGroupFixture.OFFICE).decided(STANDARDISE, 11).tied(null, true);

    group.on(new WorkGroupCommand.WithdrawDecision(day(12)));

    assertThat(group.state()).isEqualTo(GroupState.ACTIVE);
    assertThat(group.group().decision().withdrawnOn()).isEqualTo(day(12));
  }

  @Test
  void aGroupThatNobodyUsesIsNotInUseBecauseSomethingWasDecidedAndWithdrawn() {
    var group = aWorkGroup().declared().filed().decided(STANDARDISE, 6);
    assertThat(group.state()).isEqualTo(GroupState.ACTIVE);

    assertThat(group.on(new WorkGroupCommand.WithdrawDecision(day(7))).state())
        .isEqualTo(GroupState.FILED);
  }

  @Test
  void aWarnedGroupIsStillWarnedWhenWhatWasDecidedIsWithdrawn() {
    var group = aWorkGroup().active().on(new WorkGroupCommand.Warn(day(5)));

    group.decided(DISSOLVE, 6).on(new WorkGroupCommand.WithdrawDecision(day(7)));

    assertThat(group.state()).isEqualTo(GroupState.WARNED);
  }
}
