package cn.jianfu.report;

import static cn.jianfu.report.Endpoints.OF_A_TOWN;
import static cn.jianfu.report.Endpoints.OF_THE_DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.MAXIANG;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.filed;
import static cn.jianfu.report.SampleEvents.zombie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Role × endpoint × own or other town, over every route of the running context. */
class AccessMatrixTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
  private static final String OF_THE_OTHER_TOWN = MAXIANG.substring(0, 9);

  @BeforeAll
  static void bothTownsHaveSomethingOfEachKind() {
    TestUnits.putInto(GATEWAY);
    String own = PARTY_OFFICE + "/WECOM/access";
    String other = MAXIANG + "/WECOM/access";
    try (GroupServiceDouble groupService = GATEWAY.groupService()) {
      groupService.says(own, filed(own, "本镇群", TODAY));
      groupService.says(other, filed(MAXIANG, MAXIANG, other, "外镇群", TODAY));
      groupService.says(Endpoints.OWN_FINDING, zombie(Endpoints.OWN_FINDING, own, TODAY));
      groupService.says(
          Endpoints.OTHER_FINDING,
          SampleEvents.zombieOf(MAXIANG, Endpoints.OTHER_FINDING, other, TODAY));
    }
    Map.of(Endpoints.OWN, XINDIAN, Endpoints.OTHER, MAXIANG)
        .forEach((id, unit) -> {
          put("/api/v1/exemptions/" + id, Endpoints.exemption(unit));
          put("/api/v1/rounds/" + id, Endpoints.round(unit));
        });
    WebTestClient district = GATEWAY.as("district-supervisor", DISTRICT);
    for (String uri :
        List.of(
            "/api/v1/findings/" + Endpoints.OWN_FINDING,
            "/api/v1/findings/" + Endpoints.OTHER_FINDING,
            "/api/v1/groups/" + own,
            "/api/v1/groups/" + other)) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> district.get().uri(uri).exchange().expectStatus().isOk());
    }
  }

  @Test
  void everyRouteOfTheApiStandsInTheMatrix() {
    Set<String> routes = new TreeSet<>();
    GATEWAY
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(route ->
            route.getPatternsCondition().getPatterns().stream()
                .map(pattern -> pattern.getPatternString())
                .filter(pattern -> pattern.startsWith("/api/"))
                .forEach(pattern ->
                    route
                        .getMethodsCondition()
                        .getMethods()
                        .forEach(method -> routes.add(method + " " + pattern))));

    assertThat(routes)
        .isEqualTo(new TreeSet<>(Endpoints.ALL.stream().map(Endpoint::route).toList()));
  }

  static Stream<Endpoint> endpoints() {
    return Endpoints.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void nobodyIsLetInWithoutAToken(Endpoint endpoint) {
    WebTestClient nobody =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + GatewayUnderTest.port(GATEWAY.context()))
            .build();

    assertThat(answer(nobody, endpoint, endpoint.own()).getStatus().value()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void everyRoleIsLetInWhereItBelongsAndNowhereElse(Endpoint endpoint) {
    OF_THE_DISTRICT.forEach(role -> {
      assertThat(isLetIn(role, DISTRICT, endpoint, endpoint.own()))
          .as("%s at %s", role, endpoint.own())
          .isEqualTo(endpoint.roles().contains(role));
      if (endpoint.other() != null) {
        assertThat(isLetIn(role, DISTRICT, endpoint, endpoint.other()))
            .as("%s at %s", role, endpoint.other())
            .isEqualTo(endpoint.roles().contains(role));
      }
    });
    OF_A_TOWN.forEach(role -> {
      assertThat(isLetIn(role, XINDIAN, endpoint, endpoint.own()))
          .as("%s at %s", role, endpoint.own())
          .isEqualTo(endpoint.roles().contains(role));
      if (endpoint.other() != null) {
        assertThat(isLetIn(role, XINDIAN, endpoint, endpoint.other()))
            .as("%s of another town at %s", role, endpoint.other())
            .isFalse();
      }
    });
    for (String role : List.of("organiser", "nobody")) {
      assertThat(isLetIn(role, DISTRICT, endpoint, endpoint.own())).as(role).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void whatATownIsAnsweredNamesNoOtherTown(Endpoint endpoint) {
    WebTestClient town = GATEWAY.as("town-office", XINDIAN);
    for (String uri :
        Stream.of(endpoint.own(), endpoint.other()).filter(Objects::nonNull).toList()) {
      FluxExchangeResult<String> answer = answer(town, endpoint, uri);
      String said =
          String.join(
              "",
              answer
                  .getResponseBody()
                  .take(Duration.ofSeconds(2))
                  .collectList()
                  .blockOptional()
                  .orElseThrow());

      assertThat(said.replace(uri, "")).as(uri).doesNotContain(OF_THE_OTHER_TOWN, "外镇");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/findings/, " + Endpoints.OTHER_FINDING,
    "/api/v1/exemptions/, " + Endpoints.OTHER,
    "/api/v1/rounds/, " + Endpoints.OTHER
  })
  void whatIsAnotherTownsIsAnsweredAsWhatDoesNotExist(String path, String others) {
    WebTestClient town = GATEWAY.as("town-office", XINDIAN);
    WebTestClient district = GATEWAY.as("district-supervisor", DISTRICT);

    assertThat(body(town, path + others)).isEqualTo(body(town, path + "no-such-id"));
    district.get().uri(path + others).exchange().expectStatus().isOk();
    district.get().uri(path + "no-such-id").exchange().expectStatus().isNotFound();
  }

  @Test
  void anExemptionOrARoundOfTheWholeDistrictIsShownToEveryTown() {
    put("/api/v1/exemptions/district", Endpoints.exemption(DISTRICT));
    put("/api/v1/rounds/district", Endpoints.round(DISTRICT));
    WebTestClient town = GATEWAY.as("town-office", XINDIAN);

    town.get().uri("/api/v1/exemptions/district").exchange().expectStatus().isOk();
    town.get().uri("/api/v1/rounds/district").exchange().expectStatus().isOk();
  }

  private static void put(String uri, Map<String, Object> body) {
    GATEWAY
        .as("district-admin", DISTRICT)
        .put()
        .uri(uri)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .is2xxSuccessful();
  }

  private static String body(WebTestClient client, String uri) {
    String body =
        client
            .get()
            .uri(uri)
            .exchange()
            .expectStatus()
            .isForbidden()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return Objects.requireNonNull(body).replaceAll("\"instance\":\"[^\"]*\"", "");
  }

  // Whatever is wrong with the request itself, somebody who may not is told so first.
  private static boolean isLetIn(String role, String unit, Endpoint endpoint, String uri) {
    int status = answer(GATEWAY.as(role, unit), endpoint, uri).getStatus().value();
    if (endpoint.asksGroupService()) {
      // It is away, which is told to those alone who are let in.
      assertThat(status).as("%s at %s", role, uri).isIn(403, 503);
    } else {
      assertThat(status).as("%s at %s", role, uri).isLessThan(500).isNotEqualTo(401);
    }
    return status != 403;
  }

  private static FluxExchangeResult<String> answer(
      WebTestClient client, Endpoint endpoint, String uri) {
    WebTestClient.RequestBodySpec request =
        client.method(endpoint.method()).uri(uri).accept(MediaType.ALL);
    Object body = endpoint.body();
    return (body == null
            ? request
            : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
        .exchange()
        .returnResult(String.class);
  }
}
