package cn.jianfu.group.detection;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.GroupServiceUnderTest;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import cn.jianfu.testkit.Asking;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/** While the broker is away and no more events may wait, nothing that was found is forgotten. */
class ScanWithoutRoomTest {

  private static final GroupServiceUnderTest SERVICE = GroupServiceUnderTest.shared();
  private static final String GROUP = XINDIAN + "/WECOM/wr-unwritten";

  @Test
  void aScanThatCannotWriteWhatItFoundIsNoScan() {
    try (var store = InProcessStore.open(StoreSettings.inMemory());
        var instance = unwatched(SERVICE.on(store));
        var full = unwatched(SERVICE.on(store, "--jianfu.outbox.backlog=0"))) {
      MongoDatabase database = instance.getBean(MongoDatabase.class);
      Asking town = asking(instance, "town-office", XINDIAN);
      town.send(
          "PUT",
          "/api/v1/groups/" + GROUP,
          "{\"name\":\"过期群\",\"kind\":\"TEMPORARY\",\"validUntil\":\"2026-01-01\"}"
              .getBytes(UTF_8));

      HttpResponse<String> refused = scan(full);
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(marked(database)).as("it is still to be looked at").isOne();

      HttpResponse<String> scanned = scan(instance);
      assertThat(scanned.statusCode()).as(scanned.body()).isEqualTo(201);
      assertThat(marked(database)).isZero();
      assertThat(town.send("GET", "/api/v1/findings?group=" + GROUP, null).body())
          .contains("G-TEMP");
    }
  }

  /** Nobody looks but the test. */
  private static ConfigurableApplicationContext unwatched(ConfigurableApplicationContext instance) {
    instance.getBean(DetectionFollowUp.class).stop();
    return instance;
  }

  private static HttpResponse<String> scan(ConfigurableApplicationContext instance) {
    return asking(instance, "district-admin", DISTRICT).send("POST", "/api/v1/scans", null);
  }

  private static Asking asking(ConfigurableApplicationContext instance, String role, String unit) {
    return SERVICE
        .asking(role, unit)
        .with("Content-Type", "application/json")
        .at(GroupServiceUnderTest.portOf(instance));
  }

  private static long marked(MongoDatabase database) {
    return Mono.from(
            database.getCollection("groups").countDocuments(Filters.eq("state.checkDue", true)))
        .blockOptional()
        .orElseThrow();
  }
}
