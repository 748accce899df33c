package cn.jianfu.report.console;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.MAXIANG;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.SampleEvents;
import cn.jianfu.report.TestUnits;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.LinkedMultiValueMap;

/** The gateway's own register, with a group-service that says what it is told to. */
class RegisterGatewayTest {

  private static final List<String> GROUPS =
      IntStream.rangeClosed(1, 9).mapToObj(i -> PARTY_OFFICE + "/WECOM/register-" + i).toList();
  private static final String FIRST = GROUPS.get(0);
  private static final String SECOND = GROUPS.get(1);
  private static final String THIRD = GROUPS.get(2);

  private static final List<String> HEARD = new CopyOnWriteArrayList<>();
  private static final AtomicInteger AT_ONCE = new AtomicInteger();
  private static final AtomicInteger MOST_AT_ONCE = new AtomicInteger();
  private static volatile String declining = "";
  private static volatile String failing = "";

  /** Requests are held until so many have come, or for a while. */
  private static volatile CountDownLatch waitingForAnother = new CountDownLatch(0);

  private static HttpServer service;
  private static ConfigurableApplicationContext gateway;

  @BeforeAll
  static void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.setExecutor(Executors.newCachedThreadPool());
    service.createContext("/", RegisterGatewayTest::answer);
    service.start();
    var shared = GatewayUnderTest.shared();
    TestUnits.putInto(shared);
    var url = "http://127.0.0.1:" + service.getAddress().getPort();
    gateway = shared.start(Map.of("jianfu.report.group-service.url", url));
    try (var owner = shared.groupService()) {
      GROUPS.forEach(id -> owner.says(id, SampleEvents.filed(id, "台账群", SampleEvents.TODAY)));
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> source().rows(visit("t"), query()).blockOptional().orElseThrow().size() >= 9);
  }

  @AfterAll
  static void stop() {
    gateway.close();
    service.stop(0);
  }

  @BeforeEach
  void asAlways() {
    HEARD.clear();
    MOST_AT_ONCE.set(0);
    declining = "";
    failing = "";
    waitingForAnother = new CountDownLatch(0);
  }

  @Test
  void aPreviewIsADryRunAndNamesWhatWouldBeDeclined() {
    declining = SECOND;
    var preview =
        source()
            .preview(visit("t"), query(), form("k", FIRST, SECOND))
            .blockOptional()
            .orElseThrow();

    assertThat(HEARD)
        .filteredOn(it -> it.startsWith("POST"))
        .hasSize(2)
        .allMatch(it -> it.contains("/decisions?dryRun=true Bearer t en match=\"3\" key=null"));
    assertThat(HEARD).filteredOn(it -> it.startsWith("GET")).hasSize(2);
    assertThat(preview.ready())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.row().id()).isEqualTo(FIRST);
          assertThat(it.state()).isEqualTo("DISSOLVING");
          assertThat(it.version()).isEqualTo(3);
        });
    assertThat(preview.declined())
        .singleElement()
        .satisfies(it -> assertThat(it.sentence()).isEqualTo("Too late."));
    assertThat(preview.key()).isNotEmpty();
  }

  @Test
  void whatFailedIsSentAgainWithTheSameKeyAndNothingElseIs() {
    declining = SECOND;
    failing = THIRD;
    var result = carriedOut(form("once", FIRST, SECOND, THIRD));

    assertThat(result.done()).extracting(it -> it.row().id()).containsExactly(FIRST);
    assertThat(result.declined()).extracting(it -> it.row().id()).containsExactly(SECOND);
    assertThat(result.unheard())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).isEqualTo("AWAY"));
    assertThat(HEARD).noneMatch(it -> it.contains("dryRun"));
    var before = keys(THIRD);
    failing = "";
    HEARD.clear();
    assertThat(carriedOut(form("once", THIRD)).done()).hasSize(1);
    assertThat(keys(THIRD)).hasSize(1).isSubsetOf(before);
    assertThat(Stream.of(FIRST, SECOND, THIRD).map(it -> GatewayRegister.key("once", it)))
        .doesNotHaveDuplicates()
        .doesNotContain(GatewayRegister.key("other", FIRST));
  }

  @Test
  void theVersionThatWasSeenIsExpected() {
    var sent = values("k", FIRST);
    sent.add("seen", "12 " + FIRST);
    carriedOut(RegisterForm.of(sent));

    assertThat(HEARD).singleElement().asString().contains("match=\"12\" key=k-");
  }

  @Test
  void whatIsNotCompleteIsNotSent() {
    var sent = values("k", FIRST);
    sent.remove("reason");
    assertThat(source().preview(visit("t"), query(), RegisterForm.of(sent)).block())
        .isNotNull()
        .satisfies(it -> assertThat(it.desk().problems()).isEmpty());
    sent.add("reason", "");
    assertThat(source().carryOut(visit("t"), query(), RegisterForm.of(sent)).block())
        .isInstanceOfSatisfying(
            RegisterReply.Incomplete.class,
            it -> assertThat(it.page().desk().problems()).containsOnlyKeys("reason"));
    assertThat(HEARD).isEmpty();
  }

  @Test
  void noMoreThanFourAreSentAtOnce() {
    waitingForAnother = new CountDownLatch(5);
    assertThat(carriedOut(form("many", GROUPS.toArray(String[]::new))).done()).hasSize(9);
    assertThat(MOST_AT_ONCE).hasValue(4);
  }

  @Test
  void withoutATokenNobodyIsAsked() {
    var visit = visit(null);
    assertThat(source().preview(visit, query(), form("k", FIRST)).block())
        .isNotNull()
        .satisfies(it -> assertThat(it.unheard().getFirst().why()).isEqualTo("NOT_ASKED"));
    assertThat(source().carryOut(visit, query(), form("k", FIRST)).block()).isNotNull();
    assertThat(HEARD).isEmpty();
  }

  @Test
  void whoLooksOnIsNotHeard() {
    for (var user :
        List.of(
            user("district-supervisor", DISTRICT),
            user("discipline", DISTRICT),
            user("town-office", MAXIANG))) {
      var visit = new RegisterVisit(user, "t", Locale.ENGLISH);
      assertThat(source().carryOut(visit, query(), form("k", FIRST)).blockOptional()).isEmpty();
      assertThat(source().preview(visit, query(), form("k", FIRST)).blockOptional()).isEmpty();
    }
    var elsewhere = new RegisterVisit(user("town-office", MAXIANG), "t", Locale.ENGLISH);
    assertThat(source().rows(elsewhere, query()).blockOptional()).isEmpty();
    assertThat(HEARD).isEmpty();
  }

  @Test
  void aMistakenDeclarationIsTakenBackAndLeavesTheTownsRegister() {
    var wrong = PARTY_OFFICE + "/WECOM/register-wrong";
    var shared = GatewayUnderTest.shared();
    try (var owner = shared.groupService()) {
      var filed = SampleEvents.filed(wrong, "台账群（误报）", SampleEvents.TODAY);
      owner.says(wrong, filed);
      await().atMost(Duration.ofSeconds(60)).until(() -> listed().contains(wrong));
      var sent = new LinkedMultiValueMap<String, String>();
      sent.add("action", "UNDECLARE");
      sent.add("key", "u");
      sent.add("id", wrong);
      sent.add("seen", "3 " + wrong);
      assertThat(carriedOut(RegisterForm.of(sent)).done()).hasSize(1);
      assertThat(HEARD)
          .singleElement()
          .asString()
          .startsWith("DELETE /api/v1/groups/" + wrong + "/declaration Bearer t")
          .contains("match=\"3\" key=u-");

      owner.says(wrong, SampleEvents.withdrawn(filed));
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> !listed().contains(wrong));
    assertThat(listed()).contains(FIRST);
  }

  private static List<String> listed() {
    return source().rows(visit("t"), query()).blockOptional().orElseThrow().stream()
        .map(RegisterRow::id)
        .toList();
  }

  private static RegisterResult carriedOut(RegisterForm form) {
    var reply = source().carryOut(visit("t"), query(), form).blockOptional().orElseThrow();
    return ((RegisterReply.CarriedOut) reply).page();
  }

  private static List<String> keys(String group) {
    return HEARD.stream()
        .filter(it -> it.contains(group + "/"))
        .map(it -> it.replaceAll(".* key=(\\S+).*", "$1"))
        .distinct()
        .toList();
  }

  private static RegisterSource source() {
    return gateway.getBean(RegisterSource.class);
  }

  private static RegisterVisit visit(@Nullable String token) {
    return new RegisterVisit(user("town-office", XINDIAN), token, Locale.ENGLISH);
  }

  private static ConsoleUser user(String role, String unit) {
    return new ConsoleUser("i", "s", "n", unit, Set.of(role));
  }

  private static RegisterQuery query() {
    var asked = new LinkedMultiValueMap<String, String>();
    asked.add("town", XINDIAN);
    asked.add("q", "台账群");
    return RegisterQuery.of(asked);
  }

  private static RegisterForm form(String key, String... ids) {
    return RegisterForm.of(values(key, ids));
  }

  private static LinkedMultiValueMap<String, String> values(String key, String... ids) {
    var sent = new LinkedMultiValueMap<String, String>();
    sent.add("action", "DISSOLVE");
    sent.add("reason", "闲置");
    sent.add("key", key);
    List.of(ids).forEach(id -> sent.add("id", id));
    return sent;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    MOST_AT_ONCE.accumulateAndGet(AT_ONCE.incrementAndGet(), Math::max);
    try {
      waitingForAnother.countDown();
      waitingForAnother.await(500, TimeUnit.MILLISECONDS);
      told(exchange);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      AT_ONCE.decrementAndGet();
      exchange.close();
    }
  }

  private static void told(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().toString();
    var headers = exchange.getRequestHeaders();
    boolean read = exchange.getRequestMethod().equals("GET");
    exchange.getRequestBody().readAllBytes();
    HEARD.add(
        String.join(
            " ",
            exchange.getRequestMethod(),
            path,
            headers.getFirst("Authorization"),
            headers.getFirst("Accept-Language"),
            "match=" + headers.getFirst("If-Match"),
            "key=" + headers.getFirst("Idempotency-Key")));
    int status = 200;
    var body =
        read ? "{\"state\":\"ACTIVE\",\"version\":3}" : "{\"state\":\"DISSOLVING\",\"version\":4}";
    if (!read && !declining.isEmpty() && path.contains(declining + "/")) {
      status = 409;
      body =
          "{\"type\":\"urn:problem:x\",\"title\":\"No\",\"status\":409,\"detail\":\"Too late.\"}";
    }
    if (!failing.isEmpty() && path.contains(failing + "/")) {
      status = 503;
    }
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
