package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.Await;
import cn.jianfu.testkit.MetricsRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static final String METRICS = "/actuator/prometheus";

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final Asking admin = service.asking("district-admin", DISTRICT);

  /** Run with {@code -Dmetrics.write} to take over a change that is meant. */
  @Test
  void theMetricsAreThoseThatRulesAndDashboardsKnow() {
    isDeclined(service.asking("town-system", XINDIAN), "metrics-1");

    MetricsRecord.assertSame(
        scraped(admin), Path.of("../infra/observability/recorded/group-service.prom"));
  }

  @Test
  void aDeclinedEventIsCountedByItsReason() {
    String reason = "reason=\"group.unknown-event-type\"";
    double before = MetricsRecord.value(scraped(admin), "jianfu_events_declined_total", reason);

    isDeclined(service.asking("town-system", XINDIAN), "metrics-2");

    assertThat(MetricsRecord.value(scraped(admin), "jianfu_events_declined_total", reason))
        .isEqualTo(before + 1);
  }

  @Test
  void whoAsksTooOftenIsTurnedAwayAndCounted() {
    try (var store = InProcessStore.open(StoreSettings.inMemory());
        var other =
            service.on(store, "--jianfu.web.limits.burst=2", "--jianfu.web.limits.per-second=1")) {
      Asking town = service.asking("town-office", XINDIAN).at(GroupServiceUnderTest.portOf(other));
      Await.until(
          () -> assertThat(town.send("GET", "/api/v1/groups", null).statusCode()).isEqualTo(429));

      assertThat(
              MetricsRecord.value(
                  scraped(admin.at(GroupServiceUnderTest.portOf(other))),
                  "jianfu_requests_limited_total",
                  "limit=\"rate\""))
          .isPositive();
    }
  }

  @Test
  void onTheirOwnPortTheyNeedNoTokenAndNothingElseIsOpenThere() {
    try (var store = InProcessStore.open(StoreSettings.inMemory());
        var other = service.on(store, "--management.server.port=0")) {
      int own = other.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
      Asking anybody = new Asking("http://127.0.0.1:" + own, java.util.Map.of());

      assertThat(scraped(anybody)).contains("jianfu_outbox_age_seconds");
      assertThat(anybody.send("GET", "/actuator/health/readiness", null).statusCode())
          .isEqualTo(200);
      assertThat(anybody.send("GET", "/actuator/metrics", null).statusCode()).isEqualTo(401);
      assertThat(anybody.send("GET", "/api/v1/groups", null).statusCode()).isEqualTo(401);
      Asking api = admin.at(GroupServiceUnderTest.portOf(other));
      assertThat(api.send("GET", METRICS, null).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void onThePortOfTheApiTheyNeedAToken() {
    Asking anybody = new Asking(admin.base(), java.util.Map.of());
    assertThat(anybody.send("GET", METRICS, null).statusCode()).isEqualTo(401);
  }

  private static String scraped(Asking asking) {
    var answer = asking.send("GET", METRICS, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static void isDeclined(Asking town, String id) {
    String event =
        "[{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/towns/350213101000/metrics\",\"type\":\"town.group-painted.v1\",\"subject\":\"350213101000/WECOM/m\",\"data\":{}}]"
            .formatted(id);
    var answer =
        town.with("Content-Type", "application/cloudevents-batch+json")
            .send("POST", "/api/v1/events", event.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
    assertThat(answer.body()).contains("declined");
  }
}
