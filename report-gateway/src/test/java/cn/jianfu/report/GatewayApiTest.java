package cn.jianfu.report;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.MAXIANG;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.active;
import static cn.jianfu.report.SampleEvents.filed;
import static cn.jianfu.report.SampleEvents.revived;
import static cn.jianfu.report.SampleEvents.zombie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.testkit.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

class GatewayApiTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
  private static final String GROUP = PARTY_OFFICE + "/WECOM/api";

  @BeforeAll
  static void aTownHasAGroupWithFindings() {
    TestUnits.putInto(GATEWAY);
    try (GroupServiceDouble groupService = GATEWAY.groupService()) {
      groupService.says(GROUP, filed(GROUP, "接口群", TODAY.minusDays(100)));
      groupService.says(GROUP + "/d", active(GROUP, TODAY.minusDays(1), 3));
      groupService.says("f-confirm", zombie("f-confirm", GROUP, TODAY.minusDays(3)));
      groupService.says("f-contest", zombie("f-contest", GROUP, TODAY.minusDays(3)));
      groupService.says("f-dismiss", zombie("f-dismiss", GROUP, TODAY.minusDays(3)));
      groupService.says("f-bulk", zombie("f-bulk", GROUP, TODAY.minusDays(3)));
      groupService.says("f-gone", revived("f-gone", GROUP, TODAY.minusDays(9), TODAY.minusDays(4)));
      String other = MAXIANG + "/WECOM/other";
      groupService.says(other, filed(MAXIANG, MAXIANG, other, "外镇群", TODAY));
    }
    await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> finding("f-gone", "CLEARED"));
    await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> finding("f-bulk", "SUSPECTED"));
  }

  @Test
  void aConfirmedFindingIsShownAsConfirmedAndCanBeTakenBack() {
    judged("f-confirm", "confirmation", "supervisor", Map.of("reason", "已核实"))
        .expectStatus()
        .isOk();
    finding("f-confirm", "CONFIRMED");

    discipline()
        .delete()
        .uri("/api/v1/findings/f-confirm/handling")
        .exchange()
        .expectStatus()
        .isOk();
    finding("f-confirm", "SUSPECTED");
  }

  @Test
  void aTownContestsItsFindingAndTheJudgementIsTheAnswer() {
    WebTestClient office = GATEWAY.as("town-office", XINDIAN);
    contest(GATEWAY.as("town-office", MAXIANG), "与我无关").expectStatus().isForbidden();
    assertThat(json(office, "/api/v1/findings?contested=true").path("items"))
        .as("what was forbidden was not written either")
        .isEmpty();
    contest(office, "备用群").expectStatus().isOk();
    contest(office, "另有原因").expectStatus().isEqualTo(409);
    assertThat(json(office, "/api/v1/findings?contested=true").path("items").toString())
        .contains("f-contest", "备用群");

    judged("f-contest", "confirmation", "supervisor", Map.of("reason", "仍须解散"))
        .expectStatus()
        .isOk();
    assertThat(json(office, "/api/v1/findings?contested=true").path("items")).isEmpty();
  }

  private static WebTestClient.ResponseSpec contest(WebTestClient office, String reason) {
    return office
        .post()
        .uri("/api/v1/findings/f-contest/contests")
        .bodyValue(Map.of("reason", reason))
        .exchange();
  }

  @Test
  void aDismissedFindingNoLongerCountsInTheTown() {
    judged("f-dismiss", "dismissal", "supervisor", Map.of("reason", "误报")).expectStatus().isOk();

    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> {
          JsonNode town = town(XINDIAN);
          assertThat(town.at("/town/compliance/changes/counts/FINDING_DISMISSED").asInt())
              .isPositive();
        });
  }

  @Test
  void aDismissalWithoutAReasonIsAProblemWithAPointer() {
    judged("f-bulk", "dismissal", "supervisor", Map.of("reason", " "))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:problem:report.reason-missing")
        .jsonPath("$.errors[0].pointer")
        .isEqualTo("/reason");
  }

  @Test
  void severalFindingsAreJudgedAtOnceAndAnsweredOneByOne() {
    discipline()
        .post()
        .uri("/api/v1/findings/judgements")
        .bodyValue(
            Map.of(
                "verdict", "CONFIRMED",
                "reason", "批量",
                "findings", List.of("f-bulk", "f-gone", "f-none")))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$[0].state")
        .isEqualTo("CONFIRMED")
        .jsonPath("$[1].problem")
        .isEqualTo("urn:problem:report.finding-cleared")
        .jsonPath("$[2].problem")
        .isEqualTo("urn:problem:web.not-found");
  }

  @Test
  void findingsAreFilteredAndPaged() {
    JsonNode page =
        json(district(), "/api/v1/findings?town=" + XINDIAN + "&rule=G-ZOMB&limit=2&q=僵尸群");

    assertThat(page.path("items")).hasSize(2);
    JsonNode next =
        json(
            district(),
            "/api/v1/findings?town="
                + XINDIAN
                + "&rule=G-ZOMB&limit=2&q=僵尸群&cursor="
                + page.path("next").asString());
    assertThat(next.path("items").get(0).path("findingId"))
        .isNotEqualTo(page.path("items").get(0).path("findingId"));
    assertThat(json(district(), "/api/v1/findings?q=(((").path("items")).isEmpty();
  }

  @Test
  void aTownSeesItselfOnlyAndLearnsNothingOfOthers() {
    WebTestClient maxiang = GATEWAY.as("town-office", MAXIANG);

    assertThat(json(maxiang, "/api/v1/overview").path("towns")).hasSize(1);
    assertThat(json(maxiang, "/api/v1/findings").path("items"))
        .allSatisfy(it -> assertThat(it.path("town").asString()).isEqualTo(MAXIANG));
    assertThat(json(maxiang, "/api/v1/findings?town=" + XINDIAN).path("items")).isEmpty();
    maxiang.get().uri("/api/v1/towns/" + XINDIAN).exchange().expectStatus().isForbidden();
    maxiang.get().uri("/api/v1/findings/f-bulk").exchange().expectStatus().isForbidden();
    maxiang.get().uri("/api/v1/groups/" + GROUP).exchange().expectStatus().isForbidden();
    maxiang.get().uri("/api/v1/audit").exchange().expectStatus().isForbidden();
    maxiang
        .post()
        .uri("/api/v1/findings/f-bulk/confirmation")
        .exchange()
        .expectStatus()
        .isForbidden();
    assertThat(json(maxiang, "/api/v1/ingest-status").path("topics")).isEmpty();
  }

  @Test
  void onlyAnAdministratorWritesReferenceData() {
    GATEWAY
        .as("district-supervisor", DISTRICT)
        .put()
        .uri("/api/v1/org-units/350213103000")
        .bodyValue(unit())
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void badReferenceDataIsNamedByItsField() {
    WebTestClient admin = GATEWAY.as("district-admin", DISTRICT);
    admin
        .put()
        .uri("/api/v1/calendars/2026")
        .bodyValue(
            Map.of(
                "holidays",
                List.of("2027-01-01"),
                "makeUpWorkdays",
                List.of(),
                "from",
                "08:00",
                "to",
                "18:00"))
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.errors[0].pointer")
        .isEqualTo("/holidays");
    admin
        .put()
        .uri("/api/v1/org-units/12")
        .bodyValue(unit())
        .exchange()
        .expectStatus()
        .isBadRequest();
    admin
        .put()
        .uri("/api/v1/rule-sets/district/versions/7")
        .bodyValue(Map.of("effectiveFrom", "2026-12-01"))
        .exchange()
        .expectStatus()
        .isBadRequest();
  }

  @Test
  void aDayInThePastIsComputedFromTheSameFacts() {
    assertThat(
            json(district(), "/api/v1/towns/" + XINDIAN + "?asOf=2026-11-10")
                .at("/town/compliance/asOf")
                .asString())
        .isEqualTo("2026-11-10");
    assertThat(json(district(), "/api/v1/overview?asOf=2026-11-10").path("asOf").asString())
        .isEqualTo("2026-11-10");
    district().get().uri("/api/v1/overview?asOf=gestern").exchange().expectStatus().isBadRequest();
  }

  @Test
  void aGroupIsAnsweredFromOwnFactsWhileGroupServiceIsAway() {
    JsonNode group = json(district(), "/api/v1/groups/" + GROUP);

    assertThat(group.path("degraded").asBoolean()).isTrue();
    assertThat(group.path("degradedBecause").asString()).isEqualTo("AWAY");
    assertThat(group.at("/group/name").asString()).isEqualTo("接口群");
    assertThat(group.path("days").size()).isEqualTo(1);
  }

  @Test
  void theStreamBeginsWithEveryTownAndGoesOnWithChanges() {
    Flux<ServerSentEvent<JsonNode>> events =
        GATEWAY
            .as("district-supervisor", DISTRICT)
            .get()
            .uri("/api/v1/stream")
            .accept(MediaType.TEXT_EVENT_STREAM)
            .exchange()
            .expectStatus()
            .isOk()
            .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
            .getResponseBody();
    List<String> towns =
        events
            .filter(event -> event.data() != null)
            .map(event -> Objects.requireNonNull(event.data()).path("code").asString())
            .take(2)
            .collectList()
            .block(Duration.ofSeconds(20));

    assertThat(towns).containsExactly(XINDIAN, MAXIANG);
  }

  @Test
  void theAuditLogNamesWhoDidWhat() {
    judged("f-confirm", "confirmation", "auditor", Map.of("reason", "审计")).expectStatus().isOk();

    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() ->
            assertThat(json(discipline(), "/api/v1/audit?subject=f-confirm").path("items"))
                .isNotEmpty());
    assertThat(json(discipline(), "/api/v1/audit/verification").path("broken")).isEmpty();
  }

  @Test
  void aRebuildGivesTheSameViewAndAnswersAllTheTime() {
    JsonNode before = settled();
    WebTestClient admin = GATEWAY.as("district-admin", DISTRICT);

    admin.post().uri("/api/v1/rebuilds").exchange().expectStatus().isAccepted();

    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> {
          assertThat(town(XINDIAN).at("/town/compliance")).isEqualTo(before);
          assertThat(json(admin, "/api/v1/rebuilds/current").path("stage").asString())
              .isEqualTo("DONE");
        });
    assertThat(town(XINDIAN).at("/town/compliance")).isEqualTo(before);
    assertThat(json(admin, "/api/v1/rebuilds/current").path("read").asLong()).isPositive();
  }

  /** The view when nothing of what other tests said is on its way any more. */
  private static JsonNode settled() {
    AtomicReference<JsonNode> last = new AtomicReference<>();
    await()
        .pollInterval(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(90))
        .until(() -> {
          JsonNode now = town(XINDIAN).at("/town/compliance");
          return now.equals(last.getAndSet(now));
        });
    return Objects.requireNonNull(last.get());
  }

  @Test
  void aDayThatHasNotComeIsRefused() {
    for (String path : List.of("/api/v1/towns/" + XINDIAN, "/api/v1/overview")) {
      district()
          .get()
          .uri(path + "?asOf=2026-11-24")
          .exchange()
          .expectStatus()
          .isBadRequest()
          .expectBody()
          .jsonPath("$.errors[0].code")
          .isEqualTo("in-the-future");
    }
  }

  @Test
  void aDayBeforeAllTimeIsRefused() {
    for (String path : List.of("/api/v1/towns/" + XINDIAN, "/api/v1/overview")) {
      district()
          .get()
          .uri(path + "?asOf=-999999999-01-01")
          .exchange()
          .expectStatus()
          .isBadRequest();
    }
  }

  @Test
  void aDayOfWhichNothingIsKnownIsGreyAndItsTrendIsOpen() {
    JsonNode page = town(XINDIAN + "?asOf=2026-03-01");

    assertThat(page.at("/town/compliance/band").asString()).isEqualTo("GREY");
    assertThat(page.at("/town/compliance/greyBecause").asString()).isEqualTo("NOT_EXAMINED");
    assertThat(page.at("/town/compliance/score/effective").isNull()).isTrue();
    assertThat(page.at("/town/trend")).hasSize(90);
    assertThat(page.at("/town/trend"))
        .allSatisfy(day -> assertThat(day.path("effective").isNull()).isTrue());
  }

  @Test
  void theCatalogueNamesEveryMetricThatIsComputed() {
    List<String> computed =
        town(XINDIAN)
            .at("/town/compliance/metrics")
            .valueStream()
            .map(metric -> metric.path("id").asString())
            .toList();
    List<String> named =
        json(district(), "/api/v1/metrics")
            .valueStream()
            .map(metric -> metric.path("id").asString())
            .toList();

    assertThat(named).containsExactlyElementsOf(computed);
  }

  @Test
  void withoutATokenThereIsNothing() {
    WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + GatewayUnderTest.port(GATEWAY.context()))
        .build()
        .get()
        .uri("/api/v1/overview")
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  private static WebTestClient district() {
    return GATEWAY.as("district-supervisor", DISTRICT);
  }

  private static WebTestClient discipline() {
    return GATEWAY.as("discipline", DISTRICT);
  }

  private static WebTestClient.ResponseSpec judged(
      String id, String how, String subject, Map<String, String> body) {
    String token = TestTokens.shared().token(subject, List.of("district-supervisor"), DISTRICT);
    return district()
        .mutate()
        .defaultHeaders(headers -> headers.setBearerAuth(token))
        .build()
        .post()
        .uri("/api/v1/findings/" + id + "/" + how)
        .bodyValue(body)
        .exchange();
  }

  private static void finding(String id, String state) {
    assertThat(json(district(), "/api/v1/findings/" + id).path("state").asString())
        .isEqualTo(state);
  }

  private static JsonNode town(String code) {
    return json(district(), "/api/v1/towns/" + code);
  }

  private static JsonNode json(WebTestClient client, String uri) {
    return GatewayUnderTest.read(client, uri);
  }

  private static Map<String, Object> unit() {
    return Map.of(
        "name", "新圩镇",
        "nameEn", "Xinxu",
        "level", "TOWN",
        "kind", "PARTY_GOV",
        "parent", DISTRICT,
        "openedOn", "2020-01-01");
  }
}
