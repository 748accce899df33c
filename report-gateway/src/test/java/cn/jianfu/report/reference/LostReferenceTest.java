package cn.jianfu.report.reference;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.broker.BrokerSettings;
import cn.jianfu.broker.InProcessBroker;
import cn.jianfu.messaging.Epoch;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.TestUnits;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** The gateway's store is put back from a backup under a topic that knows more. */
@NullUnmarked
class LostReferenceTest {

  // What others put into a shared topic would be taken back as well.
  private static InProcessStore store;
  private static InProcessBroker broker;
  private static ConfigurableApplicationContext gateway;

  private final WebTestClient admin = GatewayUnderTest.as(gateway, "district-admin", DISTRICT);
  private final MongoCollection<Document> exemptions =
      gateway.getBean(MongoDatabase.class).getCollection("exemptions");

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    store = InProcessStore.open(StoreSettings.inMemory());
    broker = InProcessBroker.start(BrokerSettings.in(folder));
    gateway = GatewayUnderTest.shared().start(store, broker, Map.of());
  }

  @AfterAll
  static void stop() {
    gateway.close();
    broker.close();
    store.close();
  }

  @Test
  void whatWasPutAfterTheBackupIsTakenBackAndWhatWasPutAfterTheRestoreStays() {
    TestUnits.putInto(admin);
    put("restore-changed", "备份之前");
    put("restore-put-since", "备份之前");
    Document changed = published("restore-changed");
    Document putSince = published("restore-put-since");
    put("restore-changed", "备份之后");
    put("restore-put-since", "备份之后");
    put("restore-new", "备份之后");
    List.of("restore-changed", "restore-put-since", "restore-new").forEach(this::published);

    putBack(changed);
    putBack(putSince);
    delete("restore-new");
    beginsANewEpoch();
    put("restore-put-since", "恢复之后");
    resync();

    assertThat(reasonOf("restore-changed")).isEqualTo("备份之后");
    assertThat(reasonOf("restore-new")).isEqualTo("备份之后");
    assertThat(reasonOf("restore-put-since")).isEqualTo("恢复之后");
  }

  @Test
  void withoutARestoreNothingIsTakenBack() {
    TestUnits.putInto(admin);
    put("restore-none", "一次");
    Document then = published("restore-none");

    resync();

    assertThat(published("restore-none").get("version")).isEqualTo(then.get("version"));
  }

  private void put(String id, String reason) {
    admin
        .put()
        .uri("/api/v1/exemptions/" + id)
        .bodyValue(
            Map.of(
                "rule", "G-HOURS",
                "scopeUnit", XINDIAN,
                "reason", reason,
                "approvedBy", "区防汛办",
                "from", "2026-11-01",
                "to", "2026-11-30"))
        .exchange()
        .expectStatus()
        .is2xxSuccessful();
  }

  private String reasonOf(String id) {
    return GatewayUnderTest.read(admin, "/api/v1/exemptions/" + id).path("reason").asString();
  }

  /** As it is stored, once the topic has all that it says. */
  private Document published(String id) {
    return await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> Objects.requireNonNull(Mono.from(exemptions.find(byId(id)).first()).block()),
            it -> it.getList("outbox", Document.class, List.of()).isEmpty());
  }

  private void putBack(Document document) {
    Mono.from(
            exemptions.replaceOne(
                Filters.eq("_id", document.get("_id")), document, new ReplaceOptions()))
        .block();
  }

  private void delete(String id) {
    Mono.from(exemptions.deleteOne(byId(id))).block();
  }

  private static Bson byId(String id) {
    return Filters.eq("_id", ReferenceKind.exemption(id));
  }

  private static void beginsANewEpoch() {
    gateway.getBean(Epoch.class).raise().block();
    gateway.getBean(Reference.class).announce().block();
  }

  private void resync() {
    admin.post().uri("/api/v1/resyncs").exchange().expectStatus().isAccepted();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> GatewayUnderTest.read(admin, "/api/v1/resyncs/current").path("stage").asString(),
            "DONE"::equals);
  }
}
