package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.Topics;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.Await;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Killed at the wrong moment, without store or broker, and two of it at once. */
class FaultsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);
  private final Asking town =
      service.asking("town-office", XINDIAN).with("Content-Type", "application/json");

  @Test
  void withoutRoomForEventsOrWithoutStoreTheAnswerIsAClear503() {
    InProcessStore store = InProcessStore.open(StoreSettings.inMemory());
    try (var instance = service.on(store, "--jianfu.outbox.backlog=0")) {
      Asking asking = town.at(GroupServiceUnderTest.portOf(instance));
      String group = "/api/v1/groups/" + XINDIAN + "/WECOM/wr-away";

      unavailable(asking.send("PUT", group, "{\"name\":\"甲\"}".getBytes(UTF_8)));
      assertThat(asking.send("GET", group, null).statusCode()).isEqualTo(404);
      // An import is taken, and its rows are not declined: they are declared when there is room.
      String taken =
          asking
              .with("Content-Type", "text/csv")
              .send("POST", "/api/v1/imports?atomic=true", "群名称\n满一群\n".getBytes(UTF_8))
              .body();
      assertThat(JSON.readTree(taken).at("/state").asString()).as(taken).isEqualTo("PLANNED");
      assertThat(JSON.readTree(taken).at("/report/declined").asInt()).isZero();
      store.close();
      unavailable(asking.send("PUT", group, "{\"name\":\"甲\"}".getBytes(UTF_8)));
      unavailable(asking.send("GET", group, null));
    }
  }

  @Test
  void anImportKilledInTheMiddleIsFinishedOnceByTheSweep() {
    String answer =
        town.with("Content-Type", "text/csv")
            .send("POST", "/api/v1/imports?atomic=true", "群名称\n断一群\n断二群\n".getBytes(UTF_8))
            .body();
    String id = JSON.readTree(answer).at("/id").asString();
    String first = idOf("断一群");
    String second = idOf("断二群");
    // As if the process had gone after the first row.
    Mono.from(database.getCollection("groups").deleteOne(Filters.eq("_id", second))).block();
    ImportCutShort.asIfKilled(database, id);

    Await.until(() -> assertThat(stateOf(id)).isEqualTo("APPLIED"));

    assertThat(town.send("GET", "/api/v1/groups/" + second, null).statusCode()).isEqualTo(200);
    String report = town.send("GET", "/api/v1/imports/" + id, null).body();
    assertThat(JSON.readTree(report).at("/report/accepted").asInt()).as(report).isEqualTo(2);
    try (var events = new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS)) {
      assertThat(events.typesOf(second, 1)).isNotEmpty();
      assertThat(events.typesOf(first, 1)).containsExactly("group.work-group-declared.v1");
    }
  }

  @Test
  void killedBetweenTheWriteAndTheDetectionItIsLookedAtLater() {
    String group = XINDIAN + "/WECOM/wr-unseen";
    town.send(
        "PUT",
        "/api/v1/groups/" + group,
        "{\"name\":\"临时群\",\"kind\":\"TEMPORARY\",\"validUntil\":\"2099-01-01\"}".getBytes(UTF_8));
    Await.until(() -> assertThat(marked()).isZero());
    // As another instance would have written that was killed before it looked.
    Mono.from(
            database
                .getCollection("groups")
                .updateOne(
                    Filters.eq("_id", group),
                    Updates.combine(
                        Updates.set(
                            "state.validUntil", Date.from(Instant.parse("2026-01-01T00:00:00Z"))),
                        Updates.set("state.checkDue", true),
                        Updates.inc("version", 1L))))
        .block();

    Await.within(java.time.Duration.ofSeconds(90))
        .untilAsserted(() ->
            assertThat(town.send("GET", "/api/v1/findings?group=" + group, null).body())
                .contains("G-TEMP"));
    Await.until(() -> assertThat(marked()).isZero());
  }

  @Test
  void scansOfTwoInstancesAtOnceReportEachFindingOnce() {
    String group = XINDIAN + "/WECOM/wr-twice";
    try (var second = service.another()) {
      Asking one = service.asking("district-admin", DISTRICT);
      Asking two = one.at(GroupServiceUnderTest.portOf(second));
      town.send(
          "PUT",
          "/api/v1/groups/" + group,
          "{\"name\":\"过期群\",\"kind\":\"TEMPORARY\",\"validUntil\":\"2026-01-01\"}"
              .getBytes(UTF_8));
      for (int i = 0; i < 5; i++) {
        var scans =
            List.of(one, two, one, two).stream()
                .map(each ->
                    CompletableFuture.supplyAsync(
                        () -> each.send("POST", "/api/v1/scans", null).statusCode()))
                .toList();
        assertThat(scans.stream().map(CompletableFuture::join))
            .containsAnyOf(201)
            .isSubsetOf(201, 503);
      }
    }

    try (var events = new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS)) {
      assertThat(
              events.matching(
                  each ->
                      each.value() != null
                          && each.value().contains("\"G-TEMP\"")
                          && each.value().contains(group),
                  1))
          .hasSize(1);
    }
  }

  private String stateOf(String id) {
    return Mono.from(database.getCollection("imports").find(Filters.eq("_id", id)))
        .map(document -> document.getString("state"))
        .block();
  }

  private long marked() {
    return Mono.from(
            database.getCollection("groups").countDocuments(Filters.eq("state.checkDue", true)))
        .block();
  }

  private String idOf(String name) {
    String asked = java.net.URLEncoder.encode(name, UTF_8);
    return JSON.readTree(town.send("GET", "/api/v1/groups?q=" + asked, null).body())
        .at("/items/0/groupId")
        .asString();
  }

  private static void unavailable(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("urn:problem:web.unavailable");
  }
}
