package cn.jianfu.report.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;

class RuleTrialsTest {

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final HttpServer service;
  private volatile int status = 200;
  private volatile String body =
      """
      {"day":"2026-11-28","ruleSet":"district@1","unjudged":["G-TEMP"],
       "effects":[{"town":"350213101000","rule":"G-ZOMB","now":10,"then":13,"raised":3,"cleared":0,
         "exposure":{"now":44,"then":40},"unjudged":{"now":0,"then":4},
         "raisedIds":["a","b","c"],"clearedIds":[]}]}
      """;

  RuleTrialsTest() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    service.createContext(
        "/",
        exchange -> {
          heard.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void aTrialIsAskedForOnceInTheUsersName() {
    assertThat(tried())
        .isInstanceOfSatisfying(
            TrialTold.Known.class,
            it -> {
              assertThat(it.trial().effects())
                  .containsExactly(
                      new RuleTrial.Effect(
                          "350213101000",
                          "G-ZOMB",
                          10,
                          13,
                          3,
                          0,
                          new RuleTrial.Both(44, 40),
                          new RuleTrial.Both(0, 4),
                          List.of("a", "b", "c"),
                          List.of()));
              assertThat(it.trial().unjudged()).containsExactly("G-TEMP");
            });
    assertThat(heard)
        .containsExactly(
            "POST /api/v1/rule-trials Bearer token {\"thresholds\":{\"zombie.idleDays\":45},"
                + "\"rules\":{\"G-UNIT\":false}}");
  }

  @Test
  void whatAnEarlierVersionDoesNotSayIsNotThere() {
    body =
        """
        {"day":"2026-11-28","ruleSet":"district@1","unjudged":[],
         "effects":[{"town":"350213101000","rule":"G-ZOMB","now":1,"then":2,"raised":1,"cleared":0}]}
        """;

    assertThat(tried())
        .isInstanceOfSatisfying(
            TrialTold.Known.class,
            it -> {
              RuleTrial.Effect effect = it.trial().effects().getFirst();
              assertThat(effect.raisedIds()).isNull();
              assertThat(effect.changes()).isTrue();
              assertThat(effect.judgesOtherwise()).isFalse();
            });
  }

  @Test
  void aRefusalIsToldInItsWords() {
    status = 400;
    body =
        """
        {"type":"urn:problem:web.invalid","title":"请求有误","status":400,
         "errors":[{"pointer":"/thresholds/zombie.idleDays","code":"not-whole","message":"应为整数"}]}
        """;

    assertThat(tried()).isEqualTo(new TrialTold.Declined("应为整数"));
  }

  @Test
  void whoMayNotAskAndWhoGetsNoAnswerAreToldApart() {
    status = 403;
    assertThat(tried()).isEqualTo(new TrialTold.Nothing(Degraded.REFUSED));
    status = 503;
    assertThat(tried()).isEqualTo(new TrialTold.Nothing(Degraded.AWAY));
    status = 400;
    body = "<html>a proxy</html>";
    assertThat(tried()).isEqualTo(new TrialTold.Nothing(Degraded.AWAY));
  }

  private TrialTold tried() {
    var properties =
        new GroupServiceProperties(
            "http://127.0.0.1:" + service.getAddress().getPort(),
            Duration.ofSeconds(5),
            2,
            50,
            Duration.ofSeconds(10));
    return new RuleTrials(WebClient.create(), properties)
        .tryOut(
            Map.of("zombie.idleDays", new BigDecimal(45)),
            Map.of("G-UNIT", false),
            "token",
            Locale.CHINESE)
        .blockOptional()
        .orElseThrow();
  }
}
