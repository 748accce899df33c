package cn.jianfu.report.fact;

import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.Heard.event;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.group.WorkGroupDeclarationWithdrawnV1;
import cn.jianfu.contracts.group.WorkGroupDeclaredV1;
import cn.jianfu.contracts.group.WorkGroupObservedV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.Heard;
import cn.jianfu.report.TestDatabases;
import cn.jianfu.report.compliance.domain.GroupFact;
import cn.jianfu.report.compliance.domain.GroupState;
import cn.jianfu.report.compliance.domain.Withdrawal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A group whose declaration is withdrawn leaves its town, and comes back only as what it is. */
class WithdrawnDeclarationsTest {

  private static final LocalDate DECLARED = LocalDate.of(2026, 3, 2);
  private static final LocalDate SEEN = LocalDate.of(2026, 3, 9);
  private static final String LIFE =
      """
      "transitions" : [ {"state":"DECLARED","on":"2026-03-02"},{"state":"WITHDRAWN","on":"2026-03-03"},
       {"state":"OBSERVED","on":"2026-03-09"} ]
      """;

  private final Facts facts = new Facts(TestDatabases.fresh(), "", Heard::dayOf, Heard.MACHINE);

  @Test
  void whatComesLateDoesNotDeclareItAgainAndWhatIsSeenOfItIsDeclaredByNobody() throws IOException {
    var declared = read("group.work-group-declared.v1", WorkGroupDeclaredV1.class);
    var withdrawn =
        read("group.work-group-declaration-withdrawn.v1", WorkGroupDeclarationWithdrawnV1.class);
    var seen = read("group.work-group-observed.v1", WorkGroupObservedV1.class);
    String id = declared.group().groupId();

    facts.apply(List.of(event(id, 1, declared))).block();
    assertThat(group().liveOn(DECLARED)).isTrue();
    facts.apply(List.of(event(id, 2, withdrawn))).block();
    facts.apply(List.of(event(id, 1, declared))).block();
    assertThat(group().withdrawn()).isTrue();
    assertThat(group().liveOn(DECLARED)).isFalse();

    facts.apply(List.of(event(id, 3, seen), event(id, 2, withdrawn))).block();
    assertThat(group().stateOn(SEEN)).contains(GroupState.OBSERVED);
    assertThat(group().stateOn(DECLARED)).isEmpty();
  }

  @Test
  void whoWithdrewItIsKnownByRoleAndUnitWhateverComesLater() throws IOException {
    var declared = read("group.work-group-declared.v1", WorkGroupDeclaredV1.class);
    var withdrawn =
        read("group.work-group-declaration-withdrawn.v1", WorkGroupDeclarationWithdrawnV1.class);
    var seen = read("group.work-group-observed.v1", WorkGroupObservedV1.class);
    String id = declared.group().groupId();
    var told =
        new Withdrawal(
            DECLARED, DECLARED.plusDays(1), new Withdrawal.WithdrawnBy("town-system", XINDIAN));

    facts.apply(List.of(event(id, 3, seen))).block();
    assertThat(group().withdrawals())
        .containsExactly(new Withdrawal(DECLARED, DECLARED.plusDays(1), null));
    facts.apply(List.of(event(id, 2, withdrawn), event(id, 1, declared))).block();
    assertThat(group().withdrawals()).containsExactly(told);
    assertThat(group().withdrawn()).isFalse();
  }

  @Test
  void whatAnImportsUndoGaveBackIsNotWithdrawn() throws IOException {
    var declared = read("group.work-group-declared.v1", WorkGroupDeclaredV1.class);
    var withdrawn =
        read("group.work-group-declaration-withdrawn.v1", WorkGroupDeclarationWithdrawnV1.class);
    String id = declared.group().groupId();

    facts
        .apply(
            List.of(
                event(
                    id,
                    2,
                    new WorkGroupDeclarationWithdrawnV1(declared.group(), withdrawn.actor()))))
        .block();

    assertThat(group().withdrawals()).isEmpty();
    assertThat(group().withdrawn()).isFalse();
  }

  private GroupFact group() {
    return Objects.requireNonNull(facts.recordOf(XINDIAN).block()).groups().getFirst();
  }

  private static <E> E read(String name, Class<E> type) throws IOException {
    String file = "/golden/" + name + ".json";
    try (var in = WithdrawnDeclarationsTest.class.getResourceAsStream(file)) {
      String golden = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      String told =
          type == WorkGroupObservedV1.class
              ? golden.replaceAll("(?s)\"transitions\" : \\[.*?]", LIFE)
              : golden;
      return EventJson.read(told.getBytes(StandardCharsets.UTF_8), type);
    }
  }
}
