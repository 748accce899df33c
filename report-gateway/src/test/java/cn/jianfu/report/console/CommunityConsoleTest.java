package cn.jianfu.report.console;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.MAXIANG;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.SampleEvents.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.contracts.group.FindingRaisedV1;
import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.GroupServiceDouble;
import cn.jianfu.report.SampleEvents;
import cn.jianfu.report.TestUnits;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** A community in the console of a gateway with data of its own, of its town and of others. */
class CommunityConsoleTest {

  private static final String OWN = "350213101261";
  private static final String OTHER = "350213101262";
  private static final String LIST = "/api/v1/self-checks/village-check/" + OWN;
  private static final String WORD = "/api/v1/secrecy/" + OWN;
  private static final TestIssuer.User COMMUNITY =
      new TestIssuer.User("u-c", "王书记", OWN, List.of("community"));

  private static final TestIssuer.User OFFICE =
      new TestIssuer.User("u-t", "陈主任", XINDIAN, List.of("town-office"));

  /** Names and ids of everybody else's; the own town is what the unit belongs to. */
  private static final List<String> FOREIGN =
      List.of(OTHER, PARTY_OFFICE, MAXIANG, "沙美村", "马巷镇", "党政办", "沙美防汛群", "马巷防汛群", "统计上报群");

  private static final Set<String> PAGES =
      Set.of(
          "/",
          "/inbox",
          "/self-check",
          "/self-check/all",
          "/secrecy",
          "/groups",
          "/register",
          "/register.csv",
          "/findings",
          "/findings/{id}",
          "/metrics",
          "/rules",
          "/calendar",
          "/login",
          "/logged-out",
          "/language");

  private static final List<String> OWN_FINDINGS =
      Stream.of("洪厝防汛群", "洪厝值班群 / 统计上报群").map(it -> "/findings/" + finding(it)).toList();

  /** Where its pages lead besides. */
  private static final Set<String> ELSEWHERE =
      Set.of("/logout", "/oauth2/authorization/jianfu", "/findings/dialog");

  private static final Pattern LINK =
      Pattern.compile("(?:href|action|hx-get|hx-post)=\"(/(?!assets)[^\"?#]*)");

  private static HttpServer service;
  private static TestIssuer issuer;
  private static ConfigurableApplicationContext gateway;
  private static Visitor visitor;
  private static final List<String> HEARD = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/", CommunityConsoleTest::answer);
    service.start();
    issuer = new TestIssuer();
    var shared = GatewayUnderTest.shared();
    TestUnits.putInto(shared);
    unit(shared, OWN, "洪厝村");
    unit(shared, OTHER, "沙美村");
    round(shared);
    publish(shared);
    gateway =
        shared.start(
            Map.of(
                "jianfu.report.group-service.url",
                "http://127.0.0.1:" + service.getAddress().getPort(),
                "jianfu.console.login.issuer",
                issuer.address(),
                "jianfu.console.login.authorization-uri",
                issuer.address() + "/authorize",
                "jianfu.console.login.token-uri",
                issuer.address() + "/token",
                "jianfu.console.login.jwk-set-uri",
                issuer.address() + "/keys"));
    visitor = visitor(COMMUNITY);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(visitor.get("/findings?state=any").body()).contains("洪厝防汛群", "洪厝值班群"));
    var office = visitor(OFFICE);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(office.get("/findings?state=any").body())
                .as("there is something that a community is not to see")
                .contains("沙美防汛群", "统计上报群"));
  }

  @AfterAll
  static void stop() {
    gateway.close();
    issuer.close();
    service.stop(0);
  }

  @Test
  void aCommunityBeginsWithItsInboxAndIsLedOnlyWhereItMayGo() {
    var page = visitor.get("/");

    assertThat(page.uri().getPath()).isEqualTo("/inbox");
    assertThat(page.body())
        .contains("洪厝村", "村社区", "自查待答复", "洪厝防汛群", "有问题，待处置", "保密声明")
        .contains("href=\"/self-check\"", "href=\"/secrecy\"", "href=\"/findings\"")
        .contains("href=\"/register?todo=decide\"", "查看台账")
        .doesNotContain("href=\"/towns", "href=\"/ingest", "href=\"/exemptions", "去处置");
  }

  @Test
  void itAnswersItsOwnSelfCheckAndSeesItsOwnGroups() {
    assertThat(visitor.get("/self-check").body()).contains("洪厝防汛群", "同意解散");
    assertThat(visitor.get("/self-check?unit=" + OTHER).statusCode()).isEqualTo(404);
    assertThat(visitor.get("/self-check?unit=" + XINDIAN).statusCode()).isEqualTo(404);
    assertThat(visitor.get(group(OWN, "own")).body())
        .contains("洪厝防汛群")
        .doesNotContain("sse-connect", "href=\"/towns");
    assertThat(visitor.get(group(OTHER, "other")).statusCode()).isEqualTo(404);
    assertThat(visitor.get(group(PARTY_OFFICE, "stat")).statusCode()).isEqualTo(404);
  }

  @Test
  void itSaysWhatItDecidesAndNothingForAnother() {
    var own = OWN + "/WECOM/walk-own";
    assertThat(
            visitor
                .post("/self-check", "group", own, "seen", "DISSOLVE", "choice", "AGREE")
                .statusCode())
        .isEqualTo(200);
    assertThat(HEARD).contains("POST " + LIST + "/answers");
    for (var unit : new String[] {OTHER, PARTY_OFFICE, XINDIAN}) {
      var group = unit + "/WECOM/walk-other";
      var path = "/self-check?unit=" + unit;
      assertThat(visitor.post(path, "group", group, "choice", "AGREE").statusCode()).isEqualTo(404);
      assertThat(visitor.post("/secrecy?unit=" + unit, "say", "STATE", "sure", "yes").statusCode())
          .isEqualTo(404);
    }
    assertThat(HEARD)
        .filteredOn(it -> !it.startsWith("GET"))
        .noneMatch(it -> it.contains(OTHER) || it.contains(PARTY_OFFICE));
  }

  @Test
  void itsRegisterHasItsOwnGroupsAndNothingToTick() {
    for (var path : List.of("/register", "/register?town=" + OWN, "/register?todo=decide")) {
      assertThat(visitor.get(path).body())
          .as(path)
          .contains("洪厝村工作群台账", "洪厝防汛群")
          .doesNotContain("checkbox", "批量处置", "unit\"");
    }
    assertThat(visitor.get("/register.csv").body()).contains("洪厝防汛群").doesNotContain("沙美防汛群");
    for (var town : List.of(XINDIAN, OTHER, MAXIANG)) {
      assertThat(visitor.get("/register?town=" + town).statusCode()).isEqualTo(404);
    }
    assertThat(visitor.post("/register", "id", OWN + "/WECOM/walk-own").statusCode())
        .isEqualTo(403);
    assertThat(visitor.post("/register/decisions", "id", "x").statusCode()).isEqualTo(404);
  }

  @Test
  void aMergeIntoAnothersGroupIsToldWithoutItsName() {
    assertThat(visitor.get("/self-check").body())
        .contains("建议并入", "其他单位的群")
        .doesNotContain("统计上报群", PARTY_OFFICE);
    assertThat(visitor(OFFICE).get("/self-check?unit=" + OWN).body()).contains("统计上报群");
  }

  @Test
  void itContestsItsOwnFindingsAndJudgesNone() {
    assertThat(say("contest", "洪厝防汛群").body()).contains("已申诉，待答复");
    assertThat(say("contest", "沙美防汛群").body()).doesNotContain("沙美", "已申诉");
    assertThat(say("confirm", "洪厝防汛群").statusCode()).isEqualTo(403);
    assertThat(visitor(OFFICE).get("/findings?state=contested").body())
        .contains("洪厝防汛群")
        .doesNotContain("沙美防汛群");
  }

  private static HttpResponse<String> say(String verdict, String title) {
    return visitor.post(
        "/findings/handling", "id", finding(title), "verdict", verdict, "reason", "汛期仍在使用，须保留。");
  }

  @Test
  void aFindingThatIsAlsoAboutAnotherUnitNamesOnlyTheOwnGroup() {
    assertThat(visitor.get("/findings?state=any").body())
        .contains("洪厝值班群")
        .doesNotContain("统计上报群", "沙美");
  }

  @Test
  void noPageOfTheConsoleShowsACommunityAnythingOfAnother() {
    var shown = new TreeSet<String>();
    var linked = new TreeSet<String>();
    for (var path : everyPage()) {
      var page = visitor.get(path);
      assertThat(page.statusCode()).as(path).isIn(200, 400, 404, 406);
      assertThat(withoutItsOwnAddress(page.body())).as(path).doesNotContain(FOREIGN);
      if (page.statusCode() == 200) {
        shown.add(path.replaceAll("[?].*", "").replaceAll("/findings/.*", "/findings/{id}"));
        LINK.matcher(page.body()).results().map(it -> it.group(1)).forEach(linked::add);
      }
    }
    assertThat(shown).as("what is not on the list of its pages is not there").isEqualTo(PAGES);
    linked.removeIf(it -> PAGES.contains(it) || OWN_FINDINGS.contains(it));
    assertThat(linked).as("no link and no form leads elsewhere").isEqualTo(ELSEWHERE);
  }

  @Test
  void whoIsInNoUnitBelowATownDoesNotEnter() {
    for (var unit : new String[] {XINDIAN, DISTRICT, "35021310126", "35021310126x", ""}) {
      var stranger = visitor(new TestIssuer.User("u-x", "某人", unit, List.of("community")));
      assertThat(stranger.get("/inbox").statusCode()).as(unit).isEqualTo(403);
    }
  }

  /** The switch of language leads back to the page, and says what the visitor has typed. */
  private static String withoutItsOwnAddress(String body) {
    return body.replaceAll("href=\"/language[^\"]*\"", "");
  }

  /** Every address that a page answers at, with what could lead it astray. */
  private static List<String> everyPage() {
    var pages = new ArrayList<String>();
    gateway
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((mapping, method) -> {
          var methods = mapping.getMethodsCondition().getMethods();
          if (method.getBeanType().getPackageName().equals(InboxController.class.getPackageName())
              && (methods.isEmpty() || methods.contains(RequestMethod.GET))) {
            mapping
                .getPatternsCondition()
                .getPatterns()
                .forEach(pattern -> pages.addAll(addresses(pattern.getPatternString())));
          }
        });
    assertThat(pages).hasSizeGreaterThan(60);
    return pages;
  }

  private static List<String> addresses(String pattern) {
    return Stream.of(
            OWN,
            OTHER,
            XINDIAN,
            MAXIANG,
            finding("洪厝防汛群"),
            finding("洪厝值班群 / 统计上报群"),
            finding("沙美防汛群"),
            finding("统计上报群"))
        .map(code -> pattern.replaceAll("\\{[^}]*}", code))
        .distinct()
        .flatMap(path ->
            Stream.of(
                path,
                path + "?unit=" + OWN,
                path + "?unit=" + OTHER + "&town=" + MAXIANG + "&state=any&show=all&to=zh",
                path + "?unit=" + XINDIAN + "&town=" + XINDIAN + "&state=any&asOf=2026-11-01",
                path + "?unit=" + DISTRICT + "&id=" + id(OTHER, "other"),
                path + "?id=" + id(OWN, "own"),
                path + "?id=" + id(OWN, "pair")))
        .toList();
  }

  private static Visitor visitor(TestIssuer.User user) {
    issuer.user = user;
    var port = gateway.getEnvironment().getRequiredProperty("local.server.port");
    var visitor = new Visitor("http://127.0.0.1:" + port, HttpClient.Redirect.NORMAL);
    visitor.get("/metrics");
    return visitor;
  }

  private static String group(String unit, String name) {
    return "/groups?id=" + id(unit, name);
  }

  private static String id(String unit, String name) {
    return URLEncoder.encode(unit + "/WECOM/walk-" + name, StandardCharsets.UTF_8);
  }

  private static void publish(GatewayUnderTest shared) {
    try (var said = shared.groupService()) {
      group(said, XINDIAN, OWN, "own", "洪厝防汛群");
      group(said, XINDIAN, OWN, "pair", "洪厝值班群");
      group(said, XINDIAN, OTHER, "other", "沙美防汛群");
      group(said, XINDIAN, PARTY_OFFICE, "stat", "统计上报群");
      group(said, MAXIANG, MAXIANG, "far", "马巷防汛群");
      finding(said, OWN, "洪厝防汛群", OWN + "/WECOM/walk-own");
      finding(
          said, OWN, "洪厝值班群 / 统计上报群", OWN + "/WECOM/walk-pair", PARTY_OFFICE + "/WECOM/walk-stat");
      finding(said, OTHER, "沙美防汛群", OTHER + "/WECOM/walk-other");
      finding(said, PARTY_OFFICE, "统计上报群", PARTY_OFFICE + "/WECOM/walk-stat");
    }
  }

  private static void group(
      GroupServiceDouble said, String town, String unit, String id, String name) {
    var groupId = unit + "/WECOM/walk-" + id;
    said.says(groupId, SampleEvents.filed(town, unit, groupId, name, TODAY.minusDays(60)));
  }

  private static void finding(
      GroupServiceDouble said, String unit, String title, String... groups) {
    var id = finding(title);
    said.says(
        id,
        new FindingRaisedV1(
            new FindingV1(
                id,
                groups.length > 1 ? "G-OVER" : "G-ZOMB",
                String.join("|", groups),
                List.of(groups),
                title,
                unit,
                XINDIAN,
                "M",
                "district@1",
                groups.length > 1
                    ? Map.of("first", groups[0], "second", groups[1], "sharedMembers", 30)
                    : Map.of("idleDays", 80),
                "闲置 80 天",
                "idle for 80 days",
                "API",
                TODAY.minusDays(4),
                TODAY,
                null,
                null,
                null)));
  }

  private static String finding(String title) {
    return "f-walk-" + title.hashCode();
  }

  private static void unit(GatewayUnderTest shared, String code, String name) {
    put(
        shared,
        "/api/v1/org-units/" + code,
        Map.of(
            "name",
            name,
            "nameEn",
            name,
            "level",
            "COMMUNITY",
            "kind",
            "VILLAGE",
            "parent",
            XINDIAN,
            "openedOn",
            "2020-01-01"));
  }

  private static void round(GatewayUnderTest shared) {
    put(
        shared,
        "/api/v1/rounds/village-check",
        Map.of(
            "nameZh",
            "村级专项",
            "nameEn",
            "Villages",
            "scope",
            OWN,
            "openedOn",
            "2026-11-01",
            "selfCheckDueOn",
            "2026-11-30"));
  }

  private static void put(GatewayUnderTest shared, String path, Map<String, String> body) {
    shared
        .as("district-admin", DISTRICT)
        .put()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .is2xxSuccessful();
  }

  /** Only the unit's own list and word are told, as group-service would. */
  private static void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    HEARD.add(exchange.getRequestMethod() + " " + path);
    Map<String, Object> body =
        switch (path) {
          case LIST, LIST + "/answers" -> list();
          case WORD ->
              Map.of("unit", OWN, "town", XINDIAN, "statedOn", List.of(), "incidents", List.of());
          default -> Map.of("type", "urn:problem:x", "title", "No", "status", 403);
        };
    var bytes = EventJson.write(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(
        List.of(LIST, LIST + "/answers", WORD).contains(path) ? 200 : 403, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, Object> list() {
    return Map.of(
        "round",
        "village-check",
        "unit",
        OWN,
        "town",
        XINDIAN,
        "problems",
        Map.of(),
        "items",
        List.of(item("own", "洪厝防汛群", "DISSOLVE"), merged(item("pair", "洪厝值班群", "MERGE"))));
  }

  private static Map<String, Object> merged(Map<String, Object> item) {
    item.put("mergeInto", PARTY_OFFICE + "/WECOM/walk-stat");
    return item;
  }

  private static Map<String, Object> item(String id, String name, String suggested) {
    var item = new LinkedHashMap<String, Object>();
    item.put("groupId", OWN + "/WECOM/walk-" + id);
    item.put("name", name);
    item.put("suggested", suggested);
    item.put("because", List.of("G-OVER"));
    return item;
  }
}
