package cn.jianfu.report.inbound;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.filed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.group.WorkGroupFiledV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.GroupServiceDouble;
import cn.jianfu.report.TestUnits;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class PoisonTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TOPIC = "group.events";

  @BeforeAll
  static void theDistrictHasUnits() {
    TestUnits.putInto(GATEWAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"not JSON", "[]", "null", "{}", "{\"group\":{}}", "{\"group\":7}"})
  void aPoisonousBodyBecomesADeadLetterAndWhatComesAfterItIsKnown(String body) {
    String key = PARTY_OFFICE + "/WECOM/poison" + Integer.toHexString(body.hashCode());
    int before = deadLetters().size();
    var type = Objects.requireNonNull(EventCatalogue.of(filed(key, "前", TODAY)));
    try (GroupServiceDouble owner = GATEWAY.groupService()) {
      owner.says(key, filed(key, "前", TODAY));
      owner.sends(type, key, 2, body.getBytes(UTF_8));
      owner.says(key, 3, filed(key, "后", TODAY));
    }

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(nameOf(key)).isEqualTo("后"));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(deadLetters()).hasSize(before + 1));
    assertThat(deadLetters().toString()).contains(key);
  }

  @Test
  void aStateThatNobodyKnowsBecomesADeadLetterAndTheTownIsComputedAllTheSame() {
    String key = PARTY_OFFICE + "/WECOM/state";
    int before = deadLetters().size();
    var filed = filed(key, "前", TODAY);
    try (GroupServiceDouble owner = GATEWAY.groupService()) {
      owner.sends(
          EventCatalogue.of(filed),
          key,
          1,
          EventJson.write(filed).replace("\"DECLARED\"", "\"NEVER\"").getBytes(UTF_8));
      owner.says(key, 2, filed(key, "后", TODAY));
    }

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(nameOf(key)).isEqualTo("后"));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(deadLetters()).hasSize(before + 1));
  }

  @Test
  void aRecordThatIsNoEventBecomesADeadLetterToo() {
    String key = PARTY_OFFICE + "/WECOM/no-event";
    int before = deadLetters().size();
    try (GroupServiceDouble owner = GATEWAY.groupService()) {
      owner.sendsNoEvent(TOPIC, key, "{}");
      owner.says(key, filed(key, "后", TODAY));
    }

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(nameOf(key)).isEqualTo("后"));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(deadLetters()).hasSize(before + 1));
  }

  @Test
  void anEventOfALaterVersionIsLeftOutWithoutADeadLetter() {
    String key = PARTY_OFFICE + "/WECOM/later";
    int before = deadLetters().size();
    var later =
        new cn.jianfu.contracts.EventType<>(
            "group.work-group-filed.v9", WorkGroupFiledV1.class, TOPIC);
    try (GroupServiceDouble owner = GATEWAY.groupService()) {
      owner.sends(later, key, 1, "{\"new\":1}".getBytes(UTF_8));
      owner.says(key, 2, filed(key, "后", TODAY));
    }

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(nameOf(key)).isEqualTo("后"));
    assertThat(deadLetters()).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "report-audit"})
  void aDeadLetterIsSentBackToItsReaderAloneAndThenNoLongerWaits(String reader) {
    String key = PARTY_OFFICE + "/WECOM/redriven-" + reader;
    try (GroupServiceDouble owner = GATEWAY.groupService()) {
      owner.gaveUp(reader, key, 1, filed(key, "补来", TODAY));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(deadLetters(reader).toString()).contains(key));
    theStatusCountsWhatWaits();

    assertThat(redriven(reader)).isPositive();

    boolean ofTheView = reader.equals("report");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(ofTheView ? nameOf(key) : audited(key))
                .isEqualTo(ofTheView ? "补来" : "group.events.report-audit.dlt.again/0"));
    assertThat(ofTheView ? audited(key) : nameOf(key)).as("of the other reader").isEmpty();
    assertThat(deadLetters(reader).toString()).doesNotContain(key);
    theStatusCountsWhatWaits();
    assertThat(verified().path("broken")).isEmpty();
  }

  /** The chain in which what was done to a group stands; empty when it stands nowhere. */
  private static String audited(String group) {
    return read("/api/v1/audit?subject=" + group).at("/items/0/partition").asString("");
  }

  private static JsonNode verified() {
    return read("/api/v1/audit/verification");
  }

  private static JsonNode read(String path) {
    return GatewayUnderTest.read(GATEWAY.as("discipline", DISTRICT), path);
  }

  // What is beyond help comes back after it was sent, so that the number may move for a moment.
  private static void theStatusCountsWhatWaits() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(waiting())
                .isEqualTo(deadLetters().size() + deadLetters("report-audit").size()));
  }

  @Test
  void aReaderThatDoesNotReadTheTopicHasNoDeadLettersOfIt() {
    GATEWAY
        .as("district-admin", DISTRICT)
        .get()
        .uri("/api/v1/ingest-status/dead-letters/supervision.events?reader=group-history")
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  private static int redriven(String reader) {
    return json("POST", "/dead-letters/" + TOPIC + "/redrive?reader=" + reader)
        .path("events")
        .asInt();
  }

  private static long waiting() {
    return json("GET", "")
        .path("topics")
        .valueStream()
        .filter(topic -> topic.path("topic").asString().equals(TOPIC))
        .mapToLong(topic -> topic.path("deadLetters").asLong())
        .sum();
  }

  private static String nameOf(String group) {
    return GATEWAY
        .as("district-supervisor", DISTRICT)
        .get()
        .uri("/api/v1/groups/" + group)
        .exchange()
        .returnResult(JsonNode.class)
        .getResponseBody()
        .next()
        .map(answer -> answer.at("/group/name").asString(""))
        .blockOptional()
        .orElse("");
  }

  private static JsonNode deadLetters() {
    return deadLetters("report");
  }

  private static JsonNode deadLetters(String reader) {
    return json("GET", "/dead-letters/" + TOPIC + "?reader=" + reader);
  }

  private static JsonNode json(String method, String path) {
    return Objects.requireNonNull(
        GATEWAY
            .as("district-admin", DISTRICT)
            .method(HttpMethod.valueOf(method))
            .uri("/api/v1/ingest-status" + path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody());
  }
}
