package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupPageTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Test
  void whatIsOnlyDeclaredMayBeAnError() {
    assertThat(page("DECLARED", null, "DECLARED").mayBeError()).isTrue();
    assertThat(page("FILED", null, "FILED", "DECLARED").mayBeError()).isTrue();
    assertThat(page("DECLARED", decided(TODAY), "DECLARED", "DISSOLVING", "DECLARED").mayBeError())
        .as("what was decided is withdrawn")
        .isTrue();
    assertThat(page("DECLARED", null, "DECLARED", "WITHDRAWN", "DECLARED").mayBeError())
        .as("declared anew")
        .isTrue();
  }

  @Test
  void whatWasBuiltOnIsNone() {
    assertThat(page("DECLARED", decided(null), "DECLARED").mayBeError()).isFalse();
    assertThat(page("DECLARED", null, "DECLARED", "OBSERVED").mayBeError()).isFalse();
    assertThat(page("DECLARED", null, "DECLARED", "DISSOLVED").mayBeError()).isFalse();
    for (String state : List.of("OBSERVED", "ACTIVE", "WARNED", "DISSOLVED", "WITHDRAWN")) {
      assertThat(page(state, null, "DECLARED").mayBeError()).as(state).isFalse();
    }
    assertThat(of("DECLARED", null, List.of("DECLARED"), TODAY, List.of()).mayBeError()).isFalse();
    var counted = List.of(new GroupPage.Day(TODAY, 3, 1, 0));
    assertThat(of("DECLARED", null, List.of("DECLARED"), null, counted).mayBeError()).isFalse();
  }

  private static GroupPage page(
      String state, GroupPage.@Nullable Decision decision, String... states) {
    return of(
        state,
        decision,
        List.of(states),
        null,
        List.of(new GroupPage.Day(TODAY, null, null, null)));
  }

  private static GroupPage of(
      String state,
      GroupPage.@Nullable Decision decision,
      List<String> states,
      @Nullable LocalDate membersOn,
      List<GroupPage.Day> days) {
    return SampleTowns.declared("g", state, decision, states, membersOn, days);
  }

  private static GroupPage.Decision decided(@Nullable LocalDate withdrawnOn) {
    return new GroupPage.Decision(
        "KEEP",
        DecisionReason.of("常用"),
        "town-office",
        TODAY,
        TODAY,
        null,
        null,
        null,
        null,
        withdrawnOn);
  }
}
