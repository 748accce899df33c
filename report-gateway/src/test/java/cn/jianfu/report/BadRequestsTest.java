package cn.jianfu.report;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.filed;
import static cn.jianfu.report.SampleEvents.zombie;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.Garbage;
import cn.jianfu.testkit.TestTokens;
import cn.jianfu.testkit.WrongFields;
import cn.jianfu.testkit.WrongFields.Wrong;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong with a request, over every endpoint: a clear problem, and nothing changes. */
class BadRequestsTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
  private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE", "PATCH");

  /** Days that may lie far ahead: ends, and what begins some day. */
  private static final Set<String> MAY_BE_FAR =
      Set.of("/effectiveFrom", "/from", "/to", "/openedOn", "/selfCheckDueOn", "/closedOn");

  private final MongoDatabase database = GATEWAY.context().getBean(MongoDatabase.class);

  @BeforeAll
  static void aFindingIsThere() {
    TestUnits.putInto(GATEWAY);
    String group = XINDIAN + "/WECOM/bad";
    try (GroupServiceDouble groupService = GATEWAY.groupService()) {
      groupService.says(group, filed(group, "群", TODAY));
      groupService.says(Endpoints.OWN_FINDING, zombie(Endpoints.OWN_FINDING, group, TODAY));
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(
                    asking("discipline")
                        .send("GET", "/api/v1/findings/" + Endpoints.OWN_FINDING, null)
                        .statusCode())
                .isEqualTo(200));
  }

  static Stream<Endpoint> all() {
    return Endpoints.ALL.stream();
  }

  static Stream<Endpoint> taking() {
    return all().filter(it -> it.body() != null);
  }

  /** The guard of the guards: what is refused below is refused for what is wrong with it. */
  @ParameterizedTest
  @MethodSource("taking")
  void theSampleOfEachEndpointIsUnderstood(Endpoint endpoint) {
    var answer = writer(endpoint).send(endpoint, endpoint.json().getBytes(UTF_8));

    assertThat(answer.statusCode()).as(answer.body()).isNotIn(400, 401, 403, 413, 415);
  }

  @ParameterizedTest
  @MethodSource("taking")
  void whatIsNoRequestIsDeclinedAndChangesNothing(Endpoint endpoint) {
    StoredState before = StoredState.of(database);

    Garbage.bodies(endpoint.json())
        .forEach((what, body) ->
            assertThat(writer(endpoint).refused(endpoint, body).at("/type").asString())
                .as(what)
                .isIn(
                    "urn:problem:web.malformed-json",
                    "urn:problem:web.invalid",
                    "urn:problem:web.too-large"));

    assertThat(StoredState.of(database)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("taking")
  void aBodyOfAnotherKindIsDeclined(Endpoint endpoint) {
    StoredState before = StoredState.of(database);

    for (String type : List.of("text/plain", "application/xml", "image/png")) {
      JsonNode problem =
          writer(endpoint)
              .with("Content-Type", type)
              .refused(endpoint.method().name(), endpoint.path(), endpoint.json().getBytes(UTF_8));
      assertThat(problem.at("/status").asInt()).as(type).isEqualTo(415);
    }

    assertThat(StoredState.of(database)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("taking")
  void theRefusalPointsAtTheFieldThatIsWrong(Endpoint endpoint) {
    StoredState before = StoredState.of(database);

    for (Wrong wrong : WrongFields.of(endpoint.json(), MAY_BE_FAR)) {
      JsonNode problem = writer(endpoint).refused(endpoint, wrong.body().getBytes(UTF_8));
      assertThat(problem.at("/errors/0/pointer").asString(""))
          .as(wrong + " " + problem)
          .startsWith(wrong.pointer());
    }

    assertThat(StoredState.of(database)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("all")
  void oddPartsOfAnAddressAreNeverAFaultOfOurs(Endpoint endpoint) {
    StoredState before = StoredState.of(database);
    String[] pattern = endpoint.pattern().split("/", -1);
    for (int i = 0; i < pattern.length; i++) {
      if (pattern[i].startsWith("{")) {
        for (String odd : Garbage.ODD_PARTS) {
          String path = with(endpoint.path(), i, odd);
          byte @Nullable [] body = endpoint.body() == null ? null : "{\"?\":1}".getBytes(UTF_8);
          var answer =
              writer(endpoint)
                  .with("Content-Type", "application/json")
                  .send(endpoint.method().name(), path, body);
          Asking.problem(answer);
        }
      }
    }

    assertThat(StoredState.of(database)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("all")
  void otherMethodsAreNotAllowed(Endpoint endpoint) {
    Set<String> mapped =
        all()
            .filter(each -> each.pattern().equals(endpoint.pattern()))
            .map(each -> each.method().name())
            .collect(Collectors.toSet());
    StoredState before = StoredState.of(database);

    for (String method : METHODS) {
      if (!mapped.contains(method)) {
        assertThat(
                asking("district-admin")
                    .refused(method, endpoint.path(), null)
                    .at("/status")
                    .asInt())
            .as(method + " " + endpoint.path())
            // Other patterns may take this very address.
            .isIn(404, 405);
      }
    }

    assertThat(StoredState.of(database)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/overview asOf=gestern",
        "/overview asOf=2026-02-30",
        "/overview asOf=2026-11-23T00:00:00Z",
        "/overview asOf=%00",
        "/towns/350213101000 asOf=20261123",
        "/towns/350213101000 asOf=2026-11-99",
        "/findings limit=0",
        "/findings limit=-1",
        "/findings limit=99999999999",
        "/findings limit=ten",
        "/findings cursor=garbage",
        "/findings cursor=%FF",
        "/findings state=GONE",
        "/findings state=suspected",
        "/findings severity=X",
        "/findings severity=h",
        "/findings rule=nonsense",
        "/findings town=abc",
        "/findings town=%00",
        "/rule-sets inForceOn=heute",
        "/towns/350213101000 asOf=heute",
        "/towns/350213101000 asOf=2031-01-01",
        "/towns/350213101000 knownAt=heute",
        "/towns/350213101000 knownAt=2026-11-23",
        "/towns/350213101000 knownAt=2031-01-01T00:00:00Z",
        "/towns/350213101000 knownAt=1031-01-01T00:00:00Z",
        "/towns/350213101000 knownAt=-1000000000-01-01T00:00:00Z",
        "/audit limit=0",
        "/audit limit=501",
        "/audit sort=actor",
        "/audit cursor=AAAA",
        "/audit fields=body",
        "/findings sort=%24where",
        "/findings fields=colour",
        "/org-units limit=0",
        "/org-units cursor=x",
        "/calendars sort=holidays",
        "/rule-sets fields=x",
        "/exemptions cursor=AAAA",
        "/rounds limit=201",
        "/ingest-status/dead-letters/group.events reader=nobody",
        "/audit limit=all",
      })
  void badQueriesAreNamed(String list, String query) {
    JsonNode problem = asking("discipline").refused("GET", "/api/v1" + list + "?" + query, null);

    assertThat(problem.at("/errors/0/parameter").asString(""))
        .as(problem.toString())
        .isEqualTo(query.substring(0, query.indexOf('=')));
  }

  @ParameterizedTest
  @MethodSource("taking")
  void brokenKeysAndVersionsAreNamed(Endpoint endpoint) {
    StoredState before = StoredState.of(database);
    byte[] good = endpoint.json().getBytes(UTF_8);

    if (endpoint.method().matches("PUT") && !endpoint.pattern().contains("rule-sets")) {
      for (String version : List.of("1", "\"x\"", "W/\"1\"", "\"1\",\"2\"", "\"-1\"")) {
        assertThat(
                writer(endpoint)
                    .with("If-Match", version)
                    .refused(endpoint, good)
                    .at("/errors/0/parameter"))
            .as(version)
            .hasToString("\"If-Match\"");
      }
    }
    if (endpoint.pattern().contains("{id}") && endpoint.method().matches("POST")) {
      for (String key : List.of("a b", "k".repeat(300))) {
        assertThat(
                writer(endpoint)
                    .with("Idempotency-Key", key)
                    .refused(endpoint, good)
                    .at("/errors/0/parameter"))
            .as(key)
            .hasToString("\"Idempotency-Key\"");
      }
    }

    assertThat(StoredState.of(database)).isEqualTo(before);
  }

  private static Asking writer(Endpoint endpoint) {
    return asking(
        Stream.of("discipline", "district-admin", "department")
            .filter(endpoint.roles()::contains)
            .findFirst()
            .orElseThrow());
  }

  private static Asking asking(String role) {
    return Asking.of(
        GatewayUnderTest.port(GATEWAY.context()), TestTokens.shared().bearer(role, DISTRICT));
  }

  private static String with(String path, int part, String odd) {
    String[] parts = path.split("/", -1);
    parts[part] = odd;
    return String.join("/", parts);
  }
}
