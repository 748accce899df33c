package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.DecisionKind.DISSOLVE;
import static cn.jianfu.group.workgroup.domain.DecisionKind.KEEP;
import static cn.jianfu.group.workgroup.domain.DecisionKind.MERGE;
import static cn.jianfu.group.workgroup.domain.DecisionKind.STANDARDISE;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.DISTRICT;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.OFFICE;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.aWorkGroup;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Who was to do something by a day has no more time because the same is decided again. */
class DeadlinesTest {

  private static final Actor RULE = Actor.byRule("urn:x");

  @Test
  void whatWasWithdrawnAndIsDecidedAnewIsDueAsItWas() {
    var group = aWorkGroup().active().decided(DISSOLVE, 10).today(40).on(withdrawn(40));

    group.decided(DISSOLVE, 40);

    assertThat(group.refusal()).isNull();
    assertThat(due(group)).isEqualTo(day(20));
  }

  @Test
  void agreeingWithWhatARuleDecidedGivesNoMoreTime() {
    var group = aWorkGroup().active().by(RULE).decided(DISSOLVE, 10).today(40).by(OFFICE);

    group.decided(DISSOLVE, 40);

    assertThat(group.group().decision().decidedBy()).isEqualTo(OFFICE);
    assertThat(due(group)).isEqualTo(day(20));
  }

  @Test
  void aRuleThatDecidesAfterAWithdrawalGivesNoMoreTimeEither() {
    var group = aWorkGroup().active().decided(DISSOLVE, 10).today(40).on(withdrawn(40));

    assertThat(due(group.by(RULE).decided(DISSOLVE, 40))).isEqualTo(day(20));
  }

  @Test
  void neitherAnotherWayToEndItNorAnotherDecisionInBetweenGivesTime() {
    var group = aWorkGroup().active().decided(DISSOLVE, 10).today(45).on(withdrawn(40));
    group.decided(KEEP, 40).decided(STANDARDISE, 41).on(withdrawn(42));

    assertThat(due(group.decided(MERGE, 43))).isEqualTo(day(20));
    assertThat(due(group.on(withdrawn(44)).decided(STANDARDISE, 44))).isEqualTo(day(51));
  }

  @Test
  void anEarlierDayCanAlwaysBeSet() {
    var group = aWorkGroup().active().decided(DISSOLVE, 10).today(12).on(withdrawn(12));

    assertThat(due(group.on(dissolve(15, 12)))).isEqualTo(day(15));
    group.today(13).on(withdrawn(13));
    assertThat(due(group.on(dissolve(18, 13)))).isEqualTo(day(15));
  }

  @Test
  void theDistrictGivesMoreTimeAndThatBindsFromThenOn() {
    var group = aWorkGroup().active().decided(DISSOLVE, 10).today(40).on(withdrawn(40));

    assertThat(due(group.by(DISTRICT).decided(DISSOLVE, 40))).isEqualTo(day(50));
    group.today(41).by(OFFICE).on(withdrawn(41));
    assertThat(due(group.decided(DISSOLVE, 41))).isEqualTo(day(50));
  }

  @Test
  void aSlipThatIsTakenBackOnItsDayBindsNobodyAndFreesNobody() {
    var slip = aWorkGroup().active().today(10).on(dissolve(11, 10)).on(withdrawn(10));
    assertThat(due(slip.decided(DISSOLVE, 10))).isEqualTo(day(20));

    slip.today(30).on(withdrawn(30)).decided(DISSOLVE, 30).on(withdrawn(30));
    assertThat(due(slip.decided(DISSOLVE, 30))).isEqualTo(day(20));
  }

  @Test
  void whatARuleDecidedIsNoSlip() {
    var group = aWorkGroup().active().today(10).by(RULE).decided(DISSOLVE, 10).by(OFFICE);

    assertThat(due(group.on(withdrawn(10)).on(dissolve(60, 10)))).isEqualTo(day(20));
  }

  @Test
  void whatWasGivenUpLongAgoBindsNobody() {
    var group = aWorkGroup().active().decided(DISSOLVE, 10).today(12).on(withdrawn(12));

    assertThat(due(group.today(101).decided(DISSOLVE, 101))).isEqualTo(day(20));
    assertThat(due(group.today(102).on(withdrawn(102)).today(192).decided(DISSOLVE, 192)))
        .isEqualTo(day(202));
  }

  @Test
  void whatWasCarriedOutBindsNobody() {
    var group = aWorkGroup().active().decided(STANDARDISE, 10).executed(11).today(12);

    assertThat(due(group.decided(STANDARDISE, 12))).isEqualTo(day(22));
  }

  /** Carried out on paper, before or after the day, and undone: no more time than there was. */
  @Test
  void whatWasCarriedOutAndUndoneIsDueAsItWas() {
    for (int executed : new int[] {15, 35}) {
      var group = aWorkGroup().active().decided(DISSOLVE, 10).executed(executed);
      group.today(executed + 1).on(restored(executed + 1)).today(40).decided(DISSOLVE, 40);
      assertThat(due(group)).isEqualTo(day(20));
      assertThat(due(group.on(withdrawn(40)).decided(MERGE, 40))).isEqualTo(day(20));
      group.on(withdrawn(40)).by(DISTRICT).decided(DISSOLVE, 40);
      assertThat(due(group)).isEqualTo(day(50));
    }
  }

  @Test
  void aGroupThatWasDissolvedByMistakeGoesOnFreely() {
    var group = aWorkGroup().active().decided(DISSOLVE, 10).executed(12);
    group.today(14).on(restored(14));

    assertThat(group.state()).isEqualTo(GroupState.ACTIVE);
    CleanupDecision undone = Objects.requireNonNull(group.group().decision());
    assertThat(undone.executedOn()).isEqualTo(day(12));
    assertThat(undone.withdrawnOn()).isEqualTo(day(14));
    assertThat(CleanupDecision.stands(undone)).isFalse();
    assertThat(group.today(15).decided(KEEP, 15).group().isKeptThough(day(1))).isTrue();
    assertThat(due(group.today(104).decided(DISSOLVE, 104))).isEqualTo(day(114));
  }

  @Test
  void whatARuleDidAtOnceHadSetNobodyADay() {
    var group = aWorkGroup().active().by(RULE).today(10);
    group.on(
        new WorkGroupCommand.Decide(
            DISSOLVE, "届满", day(10), null, null, DecisionOrigin.RULE, day(10)));
    group.executed(10).today(12).by(OFFICE).on(restored(12));
    assertThat(due(group.decided(DISSOLVE, 12))).isEqualTo(day(22));

    var told = aWorkGroup().active().by(RULE).decided(DISSOLVE, 10).by(OFFICE).executed(12);
    assertThat(due(told.today(14).on(restored(14)).decided(DISSOLVE, 14))).isEqualTo(day(20));
  }

  @Test
  void whatWasUndoneIsNotUndoneTwiceAndItsReportSentAgainSaysNothing() {
    var group = aWorkGroup().active().decided(DISSOLVE, 10).executed(12).on(restored(14));

    assertThat(group.on(restored(14)).said()).isEmpty();
    assertThat(group.on(withdrawn(15)).said()).isEmpty();
    assertThat(group.executed(12).said()).isEmpty();
    assertThat(group.refusal()).isNull();
    assertThat(group.executed(15).refusal()).isEqualTo(Refusal.NO_DECISION);
  }

  @Test
  void whatIsSentAgainIsTheSameAndAskingForMoreTimeIsAnotherDecision() {
    var group = aWorkGroup().active().decided(DISSOLVE, 10).today(40).on(withdrawn(40));
    group.decided(DISSOLVE, 40);

    assertThat(group.decided(DISSOLVE, 40).said()).isEmpty();
    assertThat(group.refusal()).isNull();
    assertThat(group.on(dissolve(90, 40)).refusal()).isEqualTo(Refusal.DECISION_OPEN);
  }

  @Test
  void aDayThatLiesBeforeTheDecisionIsStillDeclined() {
    var group = aWorkGroup().active().decided(DISSOLVE, 10).today(40).on(withdrawn(40));

    assertThat(group.on(dissolve(39, 40)).refusal()).isEqualTo(Refusal.DUE_BEFORE_DECIDED);
  }

  @Test
  void ofADecisionThatWasStoredBeforeItIsKnownAllTheSame() {
    var open = aWorkGroup().active().decided(DISSOLVE, 10);
    Deadlines kept = open.group().profile().deadlines();
    assertThat(Deadlines.of(open.group().decision())).isEqualTo(kept);

    open.today(40).on(withdrawn(40));
    assertThat(Deadlines.of(open.group().decision())).isEqualTo(open.group().profile().deadlines());
    assertThat(Deadlines.of(aWorkGroup().active().decided(KEEP, 10).group().decision()))
        .isEqualTo(Deadlines.NONE);
  }

  @Test
  void declaredInErrorAndDeclaredAgainItIsDueAsItWas() {
    var group = aWorkGroup().declared().decided(DISSOLVE, 10).today(40).on(withdrawn(40));
    WorkGroup past = aWorkGroup().declared().group();

    WorkGroup back =
        WorkGroupHistory.evolve(
            group.group(), new WorkGroupEvent.DeclarationWithdrawn(past, day(41)));

    assertThat(back.profile().deadlines()).isEqualTo(group.group().profile().deadlines());
    assertThat(back.decision()).isNull();
  }

  /** Whatever a unit does within days of it, it never has a later day than it had first. */
  @Property
  void nothingThatAUnitDoesGivesMoreTime(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 6) Integer> moves) {
    var group = aWorkGroup().active().today(10).decided(DISSOLVE, 10).today(30);
    for (int move : moves) {
      switch (move) {
        case 0 -> group.by(OFFICE).decided(DISSOLVE, 30);
        case 1 -> group.by(OFFICE).decided(MERGE, 30);
        case 2 -> group.by(OFFICE).decided(KEEP, 30);
        case 3 -> group.by(OFFICE).decided(STANDARDISE, 30);
        case 4 -> group.by(RULE).decided(DISSOLVE, 30);
        case 5 -> group.by(OFFICE).executed(30).on(restored(30));
        default -> group.by(OFFICE).on(withdrawn(30));
      }
      CleanupDecision decision = Objects.requireNonNull(group.group().decision());
      if (decision.ends()) {
        assertThat(decision.dueOn()).isEqualTo(day(20));
      }
    }
  }

  private static LocalDate due(WorkGroupFixture group) {
    CleanupDecision decision = Objects.requireNonNull(group.group().decision());
    assertThat(decision.isOpen()).isTrue();
    return decision.dueOn();
  }

  private static WorkGroupCommand restored(int on) {
    return new WorkGroupCommand.Restore(day(on));
  }

  private static WorkGroupCommand withdrawn(int on) {
    return new WorkGroupCommand.WithdrawDecision(day(on));
  }

  private static WorkGroupCommand dissolve(int due, int on) {
    return new WorkGroupCommand.Decide(
        DISSOLVE, "长期闲置", day(due), null, "2026-autumn", DecisionOrigin.BY_HAND, day(on));
  }
}
