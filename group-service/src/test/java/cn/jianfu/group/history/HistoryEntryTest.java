package cn.jianfu.group.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.contracts.group.WorkGroupEvent;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.inbound.InboundEvent;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** That there is an owner, and that it is another, is told; who it is, never. */
class HistoryEntryTest {

  private static final String DECLARED = "group.work-group-declared.v1";
  private static final String OWNER_CHANGED = "group.work-group-owner-changed.v1";
  private static final String UNIT = "\"ownerUnit\"";

  @Test
  void anotherOwnerIsToldWithoutSayingWho() throws IOException {
    HistoryEntry entry = entry(read(DECLARED, golden(DECLARED)), OWNER_CHANGED);

    assertThat(entry.changes()).contains(new HistoryEntry.Change("ownerRef", "stated", "stated"));
  }

  @Test
  void whatWasPublishedWithAReferenceIsReadWithoutIt() throws IOException {
    String before = golden(DECLARED).replace(UNIT, "\"ownerRef\":\"k1:aaaa\"," + UNIT);
    assertThat(before).contains("k1:aaaa");
    WorkGroupEvent said = read(DECLARED, before);

    assertThat(HistoryEntry.shown(said.group()))
        .containsEntry("ownerRef", "stated")
        .doesNotContainValue("k1:aaaa");
    assertThat(LoggedEvent.of(heard(said), said).body()).doesNotContain("k1:aaaa");
  }

  @Test
  void aMissingOwnerIsNotStated() throws IOException {
    WorkGroupEvent observed =
        read("group.work-group-observed.v1", golden("group.work-group-observed.v1"));

    assertThat(HistoryEntry.shown(observed.group())).doesNotContainKey("ownerRef");
  }

  @Test
  void theNameThatIsFiledIsToldAndAnEventFromBeforeItWasKeptIsReadWithoutIt() throws IOException {
    String filed = "group.work-group-filed.v1";
    String old = golden(filed).replaceAll("\\s*\"filedName\" : \"[^\"]*\",", "");
    assertThat(old).doesNotContain("filedName").contains("filedOn");

    assertThat(entry(read(filed, old), filed).changes())
        .containsExactly(new HistoryEntry.Change("filedName", null, "防汛群"));
  }

  private static HistoryEntry entry(WorkGroupEvent before, String type) throws IOException {
    WorkGroupEvent now = read(type, golden(type));
    Map<String, Object> then = HistoryEntry.shown(before.group());
    return HistoryEntry.of(
        LoggedEvent.of(heard(now), now), now, then, HistoryEntry.shown(now.group()));
  }

  private static InboundEvent heard(WorkGroupEvent said) {
    return new InboundEvent(
        "1",
        EventCatalogue.of(said).name(),
        "/group-service",
        said.group().groupId(),
        Instant.EPOCH,
        "1",
        said,
        "group.events",
        0,
        0,
        null);
  }

  private static WorkGroupEvent read(String type, String body) {
    EventType<?> known = Objects.requireNonNull(EventCatalogue.named(type));
    return (WorkGroupEvent) EventJson.read(body.getBytes(UTF_8), known.payload());
  }

  private static String golden(String type) throws IOException {
    try (InputStream file =
        HistoryEntryTest.class.getResourceAsStream("/golden/" + type + ".json")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    }
  }
}
