package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** An operator has everything published again. */
class ResyncOverHttpTest {

  private static final String GROUP = "350213101000/WECOM/wr-resync";
  private static final String DAY = GROUP + "/activity/2026-11-01";

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final WebTestClient town = service.as("town-system", XINDIAN);
  private final WebTestClient admin = service.as("district-admin", DISTRICT);

  @Test
  void howEverythingStandsIsSaidAgainAtItsSequenceAndNothingHasHappened() {
    put("/api/v1/groups/" + GROUP, Map.of("name", "防汛群"));
    put("/api/v1/groups/" + DAY, Map.of("messages", 12, "activeSenders", 2));
    put("/api/v1/groups/" + GROUP + "/name", Map.of("name", "防汛抗旱群"));
    JsonNode before = history();

    JsonNode ended = resync();

    assertThat(ended.path("stage").asString()).isEqualTo("DONE");
    assertThat(ended.at("/published/groups").asInt()).isPositive();
    assertThat(ended.at("/published/activity").asInt()).isPositive();
    try (var events =
        new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS, Topics.GROUP_ACTIVITY)) {
      ConsumerRecord<String, String> again =
          events.matching(ResyncOverHttpTest::isRestated, 1).getLast();
      assertThat(again.value()).contains("防汛抗旱群");
      List<ConsumerRecord<String, String>> said =
          events.about(GROUP, 3).stream().filter(it -> !isRestated(it)).toList();
      assertThat(header(again, "ce_sequence")).isEqualTo(header(said.getLast(), "ce_sequence"));
      assertThat(events.about(GROUP + "/2026-11-01", 2))
          .extracting(it -> header(it, "ce_sequence"))
          .containsOnly(header(events.about(GROUP + "/2026-11-01", 2).getFirst(), "ce_sequence"));
    }
    assertThat(history()).isEqualTo(before);
  }

  private JsonNode resync() {
    admin.post().uri("/api/v1/resyncs").exchange().expectStatus().isAccepted();
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> json(admin, "/api/v1/resyncs/current"),
            it -> !it.path("stage").asString().equals("PUBLISHING"));
  }

  /** The history once all of it has been heard. */
  private JsonNode history() {
    return await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> json(town, "/api/v1/groups/" + GROUP + "/history").path("items"),
            items -> items.size() >= 2);
  }

  private void put(String address, Map<String, Object> body) {
    town.put().uri(address).bodyValue(body).exchange().expectStatus().is2xxSuccessful();
  }

  private static JsonNode json(WebTestClient asking, String address) {
    return Objects.requireNonNull(
        asking
            .get()
            .uri(address)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody());
  }

  private static boolean isRestated(ConsumerRecord<String, String> event) {
    return GROUP.equals(event.key())
        && header(event, "ce_type").equals("group.work-group-restated.v1");
  }

  private static String header(ConsumerRecord<String, String> event, String name) {
    return new String(event.headers().lastHeader(name).value(), UTF_8);
  }
}
