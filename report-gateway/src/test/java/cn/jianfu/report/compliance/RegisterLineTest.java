package cn.jianfu.report.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.domain.CleanupDecision;
import cn.jianfu.report.compliance.domain.CleanupDecision.Kind;
import cn.jianfu.report.compliance.domain.GroupFact;
import cn.jianfu.report.compliance.domain.GroupState;
import cn.jianfu.report.compliance.domain.TownFacts;
import cn.jianfu.report.compliance.domain.Transition;
import cn.jianfu.report.reference.domain.District;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisterLineTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Test
  void aGroupWithoutADecisionIsUndecidedWhileItIsThere() {
    assertThat(line(GroupState.ACTIVE, null).undecided()).isTrue();
    assertThat(line(GroupState.WARNED, null).undecided()).isTrue();
    assertThat(line(GroupState.DISSOLVED, null).undecided()).isFalse();
    assertThat(line(GroupState.OBSERVED, null).undecided()).isFalse();
  }

  @Test
  void aDecisionThatWasWithdrawnDoesNotStand() {
    var withdrawn = decision(Kind.DISSOLVE, null, TODAY);
    assertThat(line(GroupState.ACTIVE, withdrawn).decision()).isNull();
    assertThat(line(GroupState.ACTIVE, withdrawn).undecided()).isTrue();
  }

  @Test
  void aGroupThatWasRestoredIsUndecidedAgain() {
    var executed = decision(Kind.DISSOLVE, TODAY.minusDays(2), null);
    assertThat(line(GroupState.ACTIVE, executed).undecided()).isTrue();
    assertThat(line(GroupState.DISSOLVED, executed).decision()).isEqualTo(executed);
    assertThat(line(GroupState.DISSOLVED, executed).awaitsExecution()).isFalse();
  }

  @Test
  void whatWasDecidedIsToBeCarriedOutUnlessTheGroupIsKept() {
    assertThat(line(GroupState.DISSOLVING, decision(Kind.DISSOLVE, null, null)).awaitsExecution())
        .isTrue();
    assertThat(line(GroupState.ACTIVE, decision(Kind.STANDARDISE, null, null)).awaitsExecution())
        .isTrue();
    assertThat(line(GroupState.ACTIVE, decision(Kind.STANDARDISE, TODAY, null)).awaitsExecution())
        .isFalse();
    assertThat(line(GroupState.ACTIVE, decision(Kind.KEEP, null, null)).awaitsExecution())
        .isFalse();
    assertThat(line(GroupState.ACTIVE, null).awaitsExecution()).isFalse();
  }

  @Test
  void whatLeavesTakesNobodyIn() {
    assertThat(line(GroupState.ACTIVE, null).stays()).isTrue();
    assertThat(line(GroupState.DECLARED, null).stays()).isTrue();
    for (var state :
        List.of(
            GroupState.OBSERVED, GroupState.DISSOLVING, GroupState.MERGING, GroupState.MERGED)) {
      assertThat(line(state, null).stays()).as(state.name()).isFalse();
    }
  }

  private static CleanupDecision decision(
      Kind kind, @Nullable LocalDate executedOn, @Nullable LocalDate withdrawnOn) {
    return new CleanupDecision(
        kind, TODAY.minusDays(9), TODAY.plusDays(1), null, executedOn, withdrawnOn);
  }

  private static RegisterLine line(GroupState state, @Nullable CleanupDecision decision) {
    var group =
        new GroupFact(
            "g",
            "u",
            "t",
            "群",
            "QQ",
            null,
            "API",
            TODAY.minusDays(100),
            null,
            null,
            null,
            List.of(new Transition(state, TODAY.minusDays(1))),
            decision == null ? List.of() : List.of(decision),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());
    var facts =
        new TownFacts(
            "t",
            District.EMPTY,
            List.of(group),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return RegisterLine.of(facts, TODAY).getFirst();
  }
}
