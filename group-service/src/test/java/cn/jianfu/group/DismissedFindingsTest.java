package cn.jianfu.group;

import static cn.jianfu.group.ServiceOverTime.GROUPS;
import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.contracts.supervision.FindingBoundsV1;
import cn.jianfu.contracts.supervision.FindingHandledV1;
import cn.jianfu.group.detection.SuggestedDecisions;
import cn.jianfu.group.detection.domain.SuggestedDecision;
import cn.jianfu.testkit.Await;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/**
 * Nothing is proposed, or done, on account of what the district has dismissed; and what it has
 * confirmed is not undone.
 */
class DismissedFindingsTest {

  private static final LocalDate BEGIN = LocalDate.of(2026, 3, 2);
  private static final LocalDate IDLE = BEGIN.plusDays(120);
  private static final LocalDate ENDED = IDLE.plusDays(10);
  private static final LocalDate OVER = ENDED.plusDays(39);
  private static final ActorV1 ADMIN =
      new ActorV1("http://127.0.0.1:9000", "u-7", "district-admin", DISTRICT);

  // With a reader of its own: the others of this JVM have other stores.
  private static final ServiceOverTime SERVICE =
      new ServiceOverTime(
          "--spring.cloud.stream.bindings.groupJudgements-in-0.group=group-judgements-of-this");
  private static final GatewayEvents GATEWAY =
      new GatewayEvents(GroupServiceUnderTest.shared().brokers());

  @BeforeAll
  static void groupsWithFaults() {
    SERVICE.today(BEGIN);
    for (String id : new String[] {"busy", "idle", "one", "two", "held", "left"}) {
      SERVICE.declare(id, "工作群-" + id);
      SERVICE.send("POST", GROUPS + id + "/filing", "{\"filingNo\":\"备-%s\"}".formatted(id));
    }
    SERVICE.declare(
        "phantom",
        "\"name\":\"误报专班\",\"ownerId\":\"nobody\"",
        ",\"kind\":\"TEMPORARY\",\"validUntil\":\"%s\"".formatted(IDLE.minusDays(30)));
    SERVICE.day("idle", BEGIN, "\"messages\":9,\"activeSenders\":5");
    SERVICE.members("one", 1, 10);
    SERVICE.members("two", 1, 9);
    SERVICE.today(IDLE);
    used(IDLE, "busy", "one", "two", "held", "left");
    silent(IDLE, "idle");
    SERVICE.scan();
  }

  @AfterAll
  static void stop() {
    GATEWAY.close();
    SERVICE.close();
  }

  @Test
  void nothingIsProposedUntilItIsTakenBackOrWorse() {
    JsonNode finding = finding("G-OVER", "one");
    assertThat(proposed("two")).isInstanceOf(SuggestedDecision.Merge.class);

    dismissed(finding, 5, "0");
    Await.until(() -> assertThat(proposed("two")).isNotInstanceOf(SuggestedDecision.Merge.class));
    assertThat(SERVICE.read("/api/v1/merge-plans").path("items")).isEmpty();

    said(finding, 6, null, null);
    Await.until(() -> assertThat(proposed("two")).isInstanceOf(SuggestedDecision.Merge.class));

    dismissed(finding, 8, "0");
    said(finding, 7, null, null);
    Await.until(() -> assertThat(proposed("two")).isNotInstanceOf(SuggestedDecision.Merge.class));

    dismissed(finding, 9, "-0.1");
    Await.until(() -> assertThat(proposed("two")).isInstanceOf(SuggestedDecision.Merge.class));

    // As it was published before bounds were told.
    said(finding, 10, "DISMISSED", null);
    Await.until(() -> assertThat(proposed("two")).isNotInstanceOf(SuggestedDecision.Merge.class));
    said(finding, 11, "CONFIRMED", null);
    Await.until(() -> assertThat(proposed("two")).isInstanceOf(SuggestedDecision.Merge.class));
  }

  @Test
  void whatIsNoZombieIsNotWarnedAndNotToBeDissolved() {
    JsonNode finding = finding("G-ZOMB", "idle");
    assertThat(proposed("idle")).isInstanceOf(SuggestedDecision.Dissolve.class);
    assertThat(state("idle")).isEqualTo("WARNED");

    dismissed(finding, 5, "0");
    Await.until(
        () -> assertThat(proposed("idle")).isNotInstanceOf(SuggestedDecision.Dissolve.class));
    SERVICE.scan();
    assertThat(state("idle")).isEqualTo("ACTIVE");
    SERVICE.scan();
    assertThat(state("idle")).isEqualTo("ACTIVE");

    said(finding, 6, null, null);
    Await.until(() -> assertThat(proposed("idle")).isInstanceOf(SuggestedDecision.Dissolve.class));
    SERVICE.scan();
    assertThat(state("idle")).isEqualTo("WARNED");
  }

  @Test
  void whatHasNotOutlivedItsEndDoesNotEndByItself() {
    for (String id : new String[] {"held", "left"}) {
      SERVICE.declare(
          id,
          "\"name\":\"专班-%1$s\",\"ownerId\":\"owner-%1$s\"".formatted(id),
          ",\"kind\":\"TEMPORARY\",\"validUntil\":\"%s\"".formatted(ENDED));
    }
    SERVICE.today(ENDED.plusDays(8));
    SERVICE.scan();
    dismissed(finding("G-TEMP", "held"), 5, "0");
    Await.until(
        () -> assertThat(proposed("held")).isNotInstanceOf(SuggestedDecision.Dissolve.class));
    SERVICE.scan();
    assertThat(state("held")).isEqualTo("ACTIVE");
    assertThat(state("left")).isEqualTo("WARNED");

    SERVICE.today(OVER.minusDays(1));
    used(OVER.minusDays(1), "held");
    silent(OVER.minusDays(1), "left");
    SERVICE.today(OVER);
    SERVICE.scan();

    assertThat(state("left")).isEqualTo("DISSOLVED");
    assertThat(state("held")).isEqualTo("ACTIVE");
    SERVICE.today(IDLE);
  }

  /** Else it would be gone, also from the days on which it held. */
  @Test
  void aGroupOfWhichSomethingIsConfirmedIsNotWithdrawnAsAnError() {
    JsonNode finding = SERVICE.findings("phantom").getFirst();
    assertThat(withdrawn("phantom")).contains("WITHDRAWN");

    said(finding, 5, "CONFIRMED", null);
    Await.until(() -> assertThat(withdrawn("phantom")).contains("group.finding-confirmed"));

    said(finding, 6, null, null);
    Await.until(() -> assertThat(withdrawn("phantom")).contains("WITHDRAWN"));
  }

  private static String withdrawn(String group) {
    return SERVICE.town.send("DELETE", GROUPS + group + "/declaration?dryRun=true", null).body();
  }

  @Test
  void aStoreThatIsPutBackHearsWhatWasJudgedSinceItsBackup() {
    String reader = "--spring.cloud.stream.bindings.groupJudgements-in-0.group=of-two-stores";
    try (var before = new ServiceOverTime(reader)) {
      said("of-another-day", 1, "CONFIRMED", null);
      Await.until(() -> assertThat(judgements(before)).isNotEmpty());
    }
    try (var emptied = new ServiceOverTime(reader, "--jianfu.store.restored=true")) {
      Await.until(() -> assertThat(judgements(emptied)).isNotEmpty());
    }
  }

  private static List<Document> judgements(ServiceOverTime service) {
    MongoDatabase database = service.bean(MongoDatabase.class);
    return Flux.from(database.getCollection("judgements").find())
        .collectList()
        .blockOptional(Duration.ofSeconds(30))
        .orElseThrow();
  }

  private static void used(LocalDate day, String... groups) {
    for (String id : groups) {
      SERVICE.day(id, day, "\"messages\":9,\"activeSenders\":5");
    }
  }

  private static void silent(LocalDate day, String... groups) {
    for (String id : groups) {
      SERVICE.day(id, day, "\"messages\":0,\"activeSenders\":0");
    }
  }

  private static String state(String id) {
    return SERVICE.read(GROUPS + id).path("state").asString();
  }

  private static @Nullable SuggestedDecision proposed(String id) {
    return SERVICE
        .bean(SuggestedDecisions.class)
        .of(XINDIAN)
        .blockOptional(Duration.ofSeconds(30))
        .orElseThrow()
        .decisions()
        .get(XINDIAN + "/WECOM/" + id);
  }

  private static JsonNode finding(String rule, String group) {
    return SERVICE.findings(group).stream()
        .filter(each -> each.path("rule").asString().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  /** Dismissed until a number of the evidence is higher by more than that share. */
  private static void dismissed(JsonNode finding, long sequence, String growth) {
    Map<String, BigDecimal> most = new HashMap<>();
    BigDecimal share = BigDecimal.ONE.add(new BigDecimal(growth));
    finding
        .path("evidence")
        .propertyStream()
        .filter(each -> each.getValue().isNumber())
        .forEach(each -> most.put(each.getKey(), each.getValue().decimalValue().multiply(share)));
    FindingBoundsV1 bounds =
        new FindingBoundsV1(
            finding.path("severity").asString(), finding.path("groups").size(), most);
    said(finding, sequence, "DISMISSED", bounds);
  }

  private static void said(
      JsonNode finding,
      long sequence,
      @Nullable String handling,
      @Nullable FindingBoundsV1 bounds) {
    said(finding.path("findingId").asString(), sequence, handling, bounds);
  }

  private static void said(
      String id, long sequence, @Nullable String handling, @Nullable FindingBoundsV1 bounds) {
    GATEWAY.says(
        id,
        sequence,
        new FindingHandledV1(
            id, handling, "防汛群", ADMIN, Instant.parse("2026-07-01T02:00:00Z"), bounds));
  }
}
