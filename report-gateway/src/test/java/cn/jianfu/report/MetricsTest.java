package cn.jianfu.report;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.filed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.testkit.MetricsRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DEAD = "jianfu_deadletters_waiting_events";

  @BeforeAll
  static void theDistrictHasUnits() {
    TestUnits.putInto(GATEWAY);
  }

  /** Run with {@code -Dmetrics.write} to take over a change that is meant. */
  @Test
  void theMetricsAreThoseThatRulesAndDashboardsKnow() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(scraped()).contains("jianfu_consumer_lag_events"));

    MetricsRecord.assertSame(
        scraped(), Path.of("../infra/observability/recorded/report-gateway.prom"));
  }

  @Test
  void howLongAnEventTookToTheViewIsMeasured() {
    String key = PARTY_OFFICE + "/WECOM/delay";
    double before = MetricsRecord.value(scraped(), "jianfu_projection_delay_seconds_count", "");
    try (GroupServiceDouble owner = GATEWAY.groupService()) {
      owner.says(key, filed(key, "量时群", TODAY));
    }

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(MetricsRecord.value(scraped(), "jianfu_projection_delay_seconds_count", ""))
                .isGreaterThan(before));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(MetricsRecord.value(scraped(), "jianfu_projection_waiting_seconds", ""))
                .isZero());
  }

  @Test
  void aDeadLetterIsCountedUntilItIsSentBack() {
    String key = PARTY_OFFICE + "/WECOM/counted-dead";
    double before = MetricsRecord.value(scraped(), DEAD, "group=\"report\",topic=\"group.events\"");
    try (GroupServiceDouble owner = GATEWAY.groupService()) {
      owner.gaveUp("report", key, 1, filed(key, "补来", TODAY));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    MetricsRecord.value(scraped(), DEAD, "group=\"report\",topic=\"group.events\""))
                .isGreaterThan(before));

    GATEWAY
        .as("district-admin", DISTRICT)
        .post()
        .uri("/api/v1/ingest-status/dead-letters/group.events/redrive")
        .exchange()
        .expectStatus()
        .is2xxSuccessful();

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    MetricsRecord.value(scraped(), DEAD, "group=\"report\",topic=\"group.events\""))
                .isLessThanOrEqualTo(before));
  }

  private static String scraped() {
    return Objects.requireNonNull(
        GATEWAY
            .as("district-admin", DISTRICT)
            .get()
            .uri("/actuator/prometheus")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }
}
