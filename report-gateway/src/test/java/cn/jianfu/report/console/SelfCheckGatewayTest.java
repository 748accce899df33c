package cn.jianfu.report.console;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.TestUnits;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;

/** The gateway's own self-checks, with a group-service that says what it is told to. */
class SelfCheckGatewayTest {

  private static final String LIST = "/api/v1/self-checks/office-check/" + PARTY_OFFICE;
  private static final String FIRST = PARTY_OFFICE + "/QQ/1";
  private static final String SECOND = PARTY_OFFICE + "/QQ/2";

  private static HttpServer service;
  private static ConfigurableApplicationContext gateway;
  private static final List<String> HEARD = new CopyOnWriteArrayList<>();
  private static volatile int status;
  private static volatile String body = "";
  private static volatile String afterwards = "";

  @BeforeAll
  static void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/", SelfCheckGatewayTest::answer);
    service.start();
    var shared = GatewayUnderTest.shared();
    TestUnits.putInto(shared);
    shared
        .as("district-admin", DISTRICT)
        .put()
        .uri("/api/v1/rounds/office-check")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(
            Map.of(
                "nameZh", "专项",
                "nameEn", "Clean-up",
                "scope", PARTY_OFFICE,
                "openedOn", "2026-11-01",
                "selfCheckDueOn", "2026-11-30"))
        .exchange()
        .expectStatus()
        .is2xxSuccessful();
    var url = "http://127.0.0.1:" + service.getAddress().getPort();
    gateway = shared.start(Map.of("jianfu.report.group-service.url", url));
  }

  @AfterAll
  static void stop() {
    gateway.close();
    service.stop(0);
  }

  @BeforeEach
  void asAlways() {
    HEARD.clear();
    status = 200;
    body = list(List.of(item(FIRST, null), item(SECOND, null)));
    afterwards = body;
  }

  @Test
  void aListIsReadInTheUsersNameAndLanguage() {
    var page = source().selfCheck(visit("token")).blockOptional().orElseThrow();
    assertThat(HEARD).containsExactly("GET " + LIST + " Bearer token en ");
    assertThat(page.items()).extracting(SelfCheckItem::groupId).containsExactly(FIRST, SECOND);
    assertThat(page.open()).isEqualTo(2);
    assertThat(Objects.requireNonNull(page.round()).name().en()).isEqualTo("Clean-up");
    assertThat(page.items().getFirst().others())
        .extracting(SelfCheckItem.Target::id)
        .containsExactly(SECOND);
  }

  @Test
  void whyAListIsMissingIsTold() {
    assertThat(missing(503, "token")).isEqualTo("AWAY");
    assertThat(missing(429, "token")).isEqualTo("BUSY");
    assertThat(missing(403, "token")).isEqualTo("REFUSED");
    assertThat(missing(401, "token")).isEqualTo("NOT_ASKED");
    assertThat(missing(200, null)).isEqualTo("NOT_ASKED");
    body = "{\"type\":\"urn:problem:x\",\"title\":\"No such list\"}";
    assertThat(missing(404, "token")).isEqualTo("DECLINED");
    body = "<html>a proxy</html>";
    assertThat(missing(404, "token")).isEqualTo("AWAY");
  }

  @Test
  void anAnswerIsSaidOnceAndItsProblemsAreTold() {
    afterwards =
        list(List.of(item(FIRST, "CONFIRMED"), item(SECOND, null)))
            .replace("\"problems\":{}", "\"problems\":{\"" + FIRST + "\":" + problem() + "}");
    var reply = answer("AGREE", "DISSOLVE");
    assertThat(HEARD).hasSize(1);
    assertThat(HEARD.getFirst())
        .contains("POST " + LIST + "/answers")
        .contains("{\"confirmAll\":false,\"answers\":[{\"groupId\":\"" + FIRST)
        .contains("\"confirm\":true}");
    assertThat(reply)
        .isInstanceOfSatisfying(
            SelfCheckReply.Taken.class,
            it -> {
              assertThat(it.changed()).isFalse();
              assertThat(it.item().problem()).isEqualTo("Too late.");
            });
  }

  @Test
  void anAgreementToSomethingElseThanWasSeenIsTold() {
    afterwards = list(List.of(item(FIRST, "CONFIRMED"), item(SECOND, null)));
    assertThat(answer("AGREE", "KEEP"))
        .isInstanceOfSatisfying(
            SelfCheckReply.Taken.class, it -> assertThat(it.changed()).isTrue());
  }

  @Test
  void aRefusalIsTaggedWithItsSentenceAndAFailureIsNotRepeated() {
    status = 400;
    afterwards = problem().replace("}", ",\"errors\":[{\"code\":\"x\",\"message\":\"No group\"}]}");
    assertThat(answer("KEEP", "")).isEqualTo(new SelfCheckReply.Declined(400, "No group"));
    HEARD.clear();
    status = 503;
    assertThat(answer("KEEP", "")).isEqualTo(new SelfCheckReply.Unheard("AWAY"));
    assertThat(HEARD).hasSize(1);
  }

  @Test
  void whoLooksOnIsNotHeard() {
    var supervisor = new ConsoleUser("i", "s", "n", DISTRICT, Set.of("district-supervisor"));
    var visit = new UnitVisit(supervisor, PARTY_OFFICE, "token", Locale.ENGLISH);
    assertThat(source().answer(visit, form("AGREE", "DISSOLVE")).blockOptional()).isEmpty();
    assertThat(source().agree(visit, "x").blockOptional()).isEmpty();
    assertThat(source().selfCheck(visit).blockOptional()).isPresent();
    assertThat(HEARD).hasSize(1);
  }

  @Test
  void everythingIsAgreedToAsItWasSeenAndNothingElse() {
    var seen = source().selfCheck(visit("token")).blockOptional().orElseThrow().seen();
    afterwards = list(List.of(item(FIRST, "CONFIRMED"), item(SECOND, "CONFIRMED")));
    var agreed = source().agree(visit("token"), seen).blockOptional().orElseThrow();
    assertThat(agreed.changed()).isFalse();
    assertThat(agreed.agreed()).isEqualTo(2);
    assertThat(HEARD.getLast()).contains(FIRST).contains(SECOND);
    HEARD.clear();
    body = list(List.of(item(FIRST, null)));
    assertThat(source().agree(visit("token"), seen).blockOptional().orElseThrow().changed())
        .isTrue();
    assertThat(HEARD).noneMatch(it -> it.startsWith("POST"));
  }

  private static SelfCheckReply answer(String choice, String seen) {
    return source().answer(visit("token"), form(choice, seen)).blockOptional().orElseThrow();
  }

  private static SelfCheckForm form(String choice, String seen) {
    return new SelfCheckForm(FIRST, "群", seen, choice, "", "still needed", Map.of());
  }

  private static String missing(int answer, @Nullable String token) {
    status = answer;
    var page = source().selfCheck(visit(token)).blockOptional().orElseThrow();
    assertThat(page.items()).isEmpty();
    return page.missing().getFirst().why();
  }

  private static ConsoleSource source() {
    return gateway.getBean(ConsoleSource.class);
  }

  private static UnitVisit visit(@Nullable String token) {
    var user = new ConsoleUser("i", "s", "n", PARTY_OFFICE, Set.of("town-office"));
    return new UnitVisit(user, PARTY_OFFICE, token, Locale.ENGLISH);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var headers = exchange.getRequestHeaders();
    HEARD.add(
        String.join(
            " ",
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            headers.getFirst("Authorization"),
            headers.getFirst("Accept-Language"),
            sent));
    var said = exchange.getRequestMethod().equals("POST") ? afterwards : body;
    var bytes = said.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String problem() {
    return "{\"type\":\"urn:problem:x\",\"title\":\"No\",\"status\":409,\"detail\":\"Too late.\"}";
  }

  private static Map<String, Object> item(String id, @Nullable String answer) {
    var item = new HashMap<String, Object>();
    item.put("groupId", id);
    item.put("name", "群");
    item.put("suggested", "DISSOLVE");
    item.put("because", List.of("G-ZOMB"));
    item.put("answers", 0);
    if (answer != null) {
      item.put("answer", answer);
      item.put("decided", "KEEP");
    }
    return item;
  }

  private static String list(List<Map<String, Object>> items) {
    return EventJson.write(
        Map.of(
            "round",
            "office-check",
            "unit",
            PARTY_OFFICE,
            "town",
            PARTY_OFFICE,
            "items",
            items,
            "problems",
            Map.of()));
  }
}
