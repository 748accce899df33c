package cn.jianfu.report.finding;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.zombie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.contracts.group.LoadSummarisedV1;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.GroupServiceDouble;
import cn.jianfu.report.TestUnits;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Of how many a finding is one, and what it is about. */
class FindingExposureTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();

  /** A day of which no other test tells. */
  private static final LocalDate DAY = TODAY.minusDays(211);

  private static final String GROUP = PARTY_OFFICE + "/WECOM/exposed";

  @Test
  void aFindingSaysAmongHowManySubjectsOfItsTownTheRuleFoundIt() {
    TestUnits.putInto(GATEWAY);
    try (GroupServiceDouble groupService = GATEWAY.groupService()) {
      groupService.says("fd-exposed", zombie("fd-exposed", GROUP, DAY));
    }
    await().atMost(Duration.ofSeconds(90)).until(() -> finding().has("subjectKey"));
    assertThat(finding().path("subjectKey").asString()).isEqualTo(GROUP);
    assertThat(finding().path("exposure").isNull()).as("not told yet").isTrue();

    try (GroupServiceDouble groupService = GATEWAY.groupService()) {
      groupService.says(
          "town/" + XINDIAN,
          new LoadSummarisedV1(
              XINDIAN, XINDIAN, true, DAY, Map.of(), Map.of("G-ZOMB", 16), Map.of(), Map.of()));
    }

    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(finding().path("exposure").asInt()).isEqualTo(16));
    assertThat(asSeenBy("town-office", XINDIAN).path("exposure").asInt()).isEqualTo(16);
    assertThat(asSeenBy("community", PARTY_OFFICE).path("exposure").isNull())
        .as("a number of the whole town is none of a community's business")
        .isTrue();
  }

  private static JsonNode finding() {
    return asSeenBy("district-supervisor", DISTRICT);
  }

  private static JsonNode asSeenBy(String role, String unit) {
    JsonNode answer =
        GATEWAY
            .as(role, unit)
            .get()
            .uri("/api/v1/findings/fd-exposed?asOf=" + DAY)
            .exchange()
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody();
    return Objects.requireNonNull(answer);
  }
}
