package cn.jianfu.report.fact;

import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.Heard.event;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.group.WorkGroupJoinedV1;
import cn.jianfu.contracts.group.WorkGroupSeparatedV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.Heard;
import cn.jianfu.report.TestDatabases;
import cn.jianfu.report.compliance.domain.GroupFact;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A register's entry that was joined by mistake counts again on the days on which it was there. */
class SeparatedGroupsTest {

  private static final LocalDate DECLARED = LocalDate.of(2026, 3, 2);

  private final Facts facts = new Facts(TestDatabases.fresh(), "", Heard::dayOf, Heard.MACHINE);

  @Test
  void itCountsOnNoDayWhileItIsJoinedAndOnEachAfterThatIsUndone() throws IOException {
    var joined = golden("group.work-group-joined.v1", WorkGroupJoinedV1.class);
    var separated = golden("group.work-group-separated.v1", WorkGroupSeparatedV1.class);
    String id = joined.group().groupId();

    facts.apply(List.of(event(id, 2, joined))).block();
    assertThat(group().withdrawn()).isTrue();
    facts.apply(List.of(event(id, 3, separated))).block();
    // Late, and told by its sequence.
    facts.apply(List.of(event(id, 2, joined))).block();

    assertThat(group().liveOn(DECLARED)).isTrue();
    assertThat(group().liveOn(DECLARED.plusDays(30))).isTrue();
  }

  private GroupFact group() {
    return Objects.requireNonNull(facts.recordOf(XINDIAN).block()).groups().getFirst();
  }

  private static <E> E golden(String name, Class<E> type) throws IOException {
    try (var in = SeparatedGroupsTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      return EventJson.read(Objects.requireNonNull(in).readAllBytes(), type);
    }
  }
}
