package cn.jianfu.report.trial;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.MAXIANG;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.SampleEvents.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.broker.BrokerSettings;
import cn.jianfu.broker.InProcessBroker;
import cn.jianfu.report.AnsweringGroupService;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.GroupServiceDouble;
import cn.jianfu.report.SampleEvents;
import cn.jianfu.report.TestUnits;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A trial at the gateway, with a group-service that says what it is told to. */
@NullUnmarked
class RuleTrialOverHttpTest {

  private static final String OWN_GROUP = PARTY_OFFICE + "/WECOM/trial";
  private static final Map<String, Object> WISH =
      Map.of("thresholds", Map.of("register.graceDays", 3));

  private static AnsweringGroupService service;
  private static InProcessStore store;
  private static InProcessBroker broker;
  private static ConfigurableApplicationContext gateway;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    service = new AnsweringGroupService("");
    // One finding more is to be seen in the index: of a town that other tests have not filled.
    store = InProcessStore.open(StoreSettings.inMemory());
    broker = InProcessBroker.start(BrokerSettings.in(folder));
    gateway =
        GatewayUnderTest.shared()
            .start(store, broker, Map.of("jianfu.report.group-service.url", service.url()));
    TestUnits.putInto(GatewayUnderTest.as(gateway, "district-admin", DISTRICT));
    try (var owner = new GroupServiceDouble(broker.bootstrapServers())) {
      owner.says(OWN_GROUP, SampleEvents.filed(OWN_GROUP, "试算群", TODAY.minusDays(40)));
      owner.says("trial-seen", SampleEvents.zombie("trial-seen", OWN_GROUP, TODAY.minusDays(2)));
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> present(XINDIAN).at("/score/raw").isNumber());
  }

  @AfterAll
  static void stop() {
    gateway.close();
    broker.close();
    store.close();
    service.close();
  }

  @BeforeEach
  void bothTownsWouldHaveMore() {
    service.says(
        200, told("district@1", effect(XINDIAN, "[\"trial-new\"]"), effect(MAXIANG, "null")));
  }

  @Test
  void aTownsIndexIsToldAsItIsShownAndAsItWouldBe() {
    JsonNode tried = answer("district-supervisor", DISTRICT);

    JsonNode town = town(tried, XINDIAN);
    JsonNode shown = present(XINDIAN);
    assertThat(town.path("now").path("band")).isEqualTo(shown.path("band"));
    assertThat(town.path("now").path("raw")).isEqualTo(shown.at("/score/raw"));
    assertThat(town.path("now").path("effective")).isEqualTo(shown.at("/score/effective"));
    assertThat(town.path("then").path("raw").asDouble())
        .isLessThan(town.path("now").path("raw").asDouble());
    assertThat(tried.path("effects")).hasSize(2);
  }

  @Test
  void whereTooManyFindingsComeAndGoNothingIsComputed() {
    JsonNode town = town(answer("district-supervisor", DISTRICT), MAXIANG);

    assertThat(town.path("notComputed").asString()).isEqualTo("TOO_MANY_FINDINGS");
    assertThat(town.path("now").isNull()).isTrue();
    assertThat(town.path("then").isNull()).isTrue();
  }

  @Test
  void whoMaySeeOneTownIsToldOfNoOther() {
    JsonNode tried = answer("district-supervisor", XINDIAN);

    assertThat(tried.path("towns")).hasSize(1);
    assertThat(tried.toString()).contains(XINDIAN).doesNotContain(MAXIANG);
  }

  @Test
  void rulesThatChangedMeanwhileAreNotMixedUp() {
    service.says(200, told("district@7", effect(XINDIAN, "[\"trial-new\"]")));

    assertThat(
            town(answer("district-supervisor", DISTRICT), XINDIAN).path("notComputed").asString())
        .isEqualTo("OTHER_RULES");
  }

  @Test
  void whereNothingComesOrGoesNoTownIsNamed() {
    service.says(
        200,
        told(
            "district@1",
            """
            {"town":"%s","rule":"G-REG","now":2,"then":2,"raised":0,"cleared":0,
             "exposure":{"now":9,"then":9},"unjudged":{"now":1,"then":1},
             "raisedIds":[],"clearedIds":[]}\
            """
                .formatted(XINDIAN)));

    JsonNode tried = answer("district-supervisor", DISTRICT);
    assertThat(tried.path("towns")).isEmpty();
    assertThat(tried.path("inAnotherBand").asInt()).isZero();
  }

  @Test
  void ofTownsThatAMarkConcernsOnlyThoseThatNoticeAreNamed() {
    service.says(200, told("district@1"));

    JsonNode tried =
        body(
            post("district-supervisor", DISTRICT, Map.of("thresholds", Map.of("band.green", 85))),
            200);
    assertThat(tried.path("towns")).isEmpty();
  }

  @Test
  void aNumberThatCouldNotBePublishedIsNotTried() {
    Map<String, Object> wish =
        Map.of("thresholds", Map.of("band.green", 101, "no.such", 1), "rules", Map.of());
    assertThat(pointers(refused(400, wish))).containsExactly("/thresholds/no.such");

    JsonNode problem = refused(400, Map.of("thresholds", Map.of("band.green", 101)));
    assertThat(pointers(problem)).containsExactly("/thresholds/band.green");
    assertThat(problem.at("/errors/0/message").asString()).contains("0–100");
  }

  @Test
  void whatGroupServiceSaysAgainstItIsToldWithItsReason() {
    service.says(403, "{\"type\":\"urn:problem:web.forbidden\",\"title\":\"no\",\"status\":403}");
    refused(403, WISH);

    service.says(503);
    refused(503, WISH);

    service.says(
        400,
        "{\"type\":\"urn:problem:web.invalid\",\"title\":\"Not valid\",\"status\":400,"
            + "\"errors\":[{\"pointer\":\"/x\",\"code\":\"not-whole\",\"message\":\"be whole\"}]}");
    assertThat(refused(422, WISH).path("detail").asString()).contains("be whole");
  }

  private static String told(String ruleSet, String... effects) {
    return "{\"day\":\"%s\",\"ruleSet\":\"%s\",\"unjudged\":[],\"effects\":[%s]}"
        .formatted(TODAY, ruleSet, String.join(",", effects));
  }

  private static String effect(String town, String raisedIds) {
    return """
    {"town":"%s","rule":"G-REG","now":0,"then":1,"raised":1,"cleared":0,
     "exposure":{"now":1,"then":1},"unjudged":{"now":0,"then":0},
     "raisedIds":%s,"clearedIds":[]}\
    """
        .formatted(town, raisedIds);
  }

  private static JsonNode present(String town) {
    return GatewayUnderTest.read(
            GatewayUnderTest.as(gateway, "district-supervisor", DISTRICT), "/api/v1/towns/" + town)
        .at("/town/compliance");
  }

  private static JsonNode answer(String role, String unit) {
    return body(post(role, unit, WISH), 200);
  }

  private static JsonNode refused(int status, Map<String, Object> wish) {
    return body(post("district-supervisor", DISTRICT, wish), status);
  }

  private static WebTestClient.ResponseSpec post(
      String role, String unit, Map<String, Object> wish) {
    return GatewayUnderTest.as(gateway, role, unit)
        .post()
        .uri("/api/v1/rule-trials")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(wish)
        .exchange();
  }

  private static JsonNode body(WebTestClient.ResponseSpec answer, int status) {
    return Objects.requireNonNull(
        answer
            .expectStatus()
            .isEqualTo(status)
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody());
  }

  private static JsonNode town(JsonNode tried, String code) {
    return StreamSupport.stream(tried.path("towns").spliterator(), false)
        .filter(town -> town.path("town").asString().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError(code + " is not in " + tried));
  }

  private static List<String> pointers(JsonNode problem) {
    return StreamSupport.stream(problem.path("errors").spliterator(), false)
        .map(error -> error.path("pointer").asString())
        .toList();
  }
}
