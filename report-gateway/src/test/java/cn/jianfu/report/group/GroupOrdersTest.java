package cn.jianfu.report.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;

class GroupOrdersTest {

  private static final String GROUP = "350213101901/WECOM/g%2F1";
  private static final GroupOrders.Caller CALLER = new GroupOrders.Caller("token", Locale.CHINESE);
  private static final GroupOrder DISSOLVE =
      new GroupOrder.Decide("DISSOLVE", "闲置", null, LocalDate.of(2026, 12, 7), "open");

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final HttpServer service;
  private volatile int status = 200;
  private volatile int firstStatus = 200;
  private volatile String body = group("DISSOLVING", 8);

  GroupOrdersTest() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    service.createContext("/", this::answer);
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean read = exchange.getRequestMethod().equals("GET");
    var headers = exchange.getRequestHeaders();
    heard.add(
        String.join(
            " ",
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            headers.getFirst("Authorization"),
            headers.getFirst("Accept-Language"),
            "match=" + headers.getFirst("If-Match"),
            "key=" + headers.getFirst("Idempotency-Key"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    int now = !read && heard.size() == 1 ? Math.max(status, firstStatus) : read ? 200 : status;
    byte[] answer = (read ? group("ACTIVE", 7) : body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(now, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static String group(String state, int version) {
    return "{\"groupId\":\"g\",\"state\":\"" + state + "\",\"version\":" + version + "}";
  }

  @Test
  void aRehearsalWritesNothingAndTellsWhichVersionItSaw() {
    assertThat(orders().rehearse(GROUP, DISSOLVE, CALLER).block())
        .isEqualTo(new OrderTold.Taken("DISSOLVING", null, 7, true));
    assertThat(heard)
        .containsExactly(
            "GET /api/v1/groups/" + GROUP + " Bearer token zh match=null key=null ",
            "POST /api/v1/groups/"
                + GROUP
                + "/decisions?dryRun=true Bearer token zh match=\"7\" key=null "
                + "{\"kind\":\"DISSOLVE\",\"reason\":\"闲置\","
                + "\"dueOn\":\"2026-12-07\",\"round\":\"open\"}");
  }

  @Test
  void whatWouldChangeNothingIsToldApart() {
    body = group("ACTIVE", 7);
    assertThat(orders().rehearse(GROUP, DISSOLVE, CALLER).block())
        .isEqualTo(new OrderTold.Taken("ACTIVE", null, 7, false));
  }

  @Test
  void anOrderIsGivenWithItsKeyAndTheVersionThatWasSeen() {
    assertThat(orders().follow(GROUP, DISSOLVE, 7L, "k-1", CALLER).block())
        .isEqualTo(new OrderTold.Taken("DISSOLVING", null, 8, true));
    assertThat(heard)
        .singleElement()
        .asString()
        .contains("/decisions Bearer", "match=\"7\" key=k-1");
  }

  @Test
  void whatIsSaidAgainAfterAFailureHasTheSameKey() {
    firstStatus = 503;
    assertThat(orders().follow(GROUP, DISSOLVE, null, "k-1", CALLER).block())
        .isInstanceOf(OrderTold.Taken.class);
    assertThat(heard).hasSize(2).allMatch(it -> it.contains("match=null key=k-1"));
  }

  @Test
  void everyOrderHasItsPlace() {
    orders().follow(GROUP, new GroupOrder.Withdraw(), null, "k", CALLER).block();
    orders()
        .follow(GROUP, new GroupOrder.Execute(LocalDate.of(2026, 11, 20)), null, "k", CALLER)
        .block();
    orders().follow(GROUP, new GroupOrder.Restore(), null, "k", CALLER).block();
    orders().follow(GROUP, new GroupOrder.Undeclare(), 7L, "k", CALLER).block();

    assertThat(heard.get(3))
        .startsWith("DELETE /api/v1/groups/" + GROUP + "/declaration ")
        .contains("match=\"7\" key=k");
    assertThat(heard.get(0)).startsWith("DELETE /api/v1/groups/" + GROUP + "/decisions/current ");
    assertThat(heard.get(1))
        .startsWith("POST /api/v1/groups/" + GROUP + "/execution ")
        .endsWith("{\"executedOn\":\"2026-11-20\"}");
    assertThat(heard.get(2)).startsWith("POST /api/v1/groups/" + GROUP + "/restoration ");
  }

  @Test
  void whyThereIsNoAnswerIsToldApart() {
    body = "{\"type\":\"urn:problem:x\",\"title\":\"不能\",\"status\":409,\"detail\":\"已有决定\"}";
    status = 409;
    assertThat(follow())
        .isInstanceOfSatisfying(
            OrderTold.Declined.class, it -> assertThat(it.because().sentence()).isEqualTo("已有决定"));
    status = 403;
    assertThat(follow()).isEqualTo(new OrderTold.Nothing(Degraded.REFUSED));
    status = 401;
    assertThat(follow()).isEqualTo(new OrderTold.Nothing(Degraded.NOT_ASKED));
    status = 429;
    assertThat(follow()).isEqualTo(new OrderTold.Nothing(Degraded.BUSY));
    status = 503;
    assertThat(follow()).isEqualTo(new OrderTold.Nothing(Degraded.AWAY));
  }

  private OrderTold follow() {
    return orders().follow(GROUP, DISSOLVE, null, "k", CALLER).blockOptional().orElseThrow();
  }

  private GroupOrders orders() {
    var properties =
        new GroupServiceProperties(
            "http://127.0.0.1:" + service.getAddress().getPort(),
            Duration.ofSeconds(5),
            2,
            50,
            Duration.ofSeconds(10));
    return new GroupOrders(WebClient.create(), properties);
  }
}
