package cn.jianfu.report.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;

class MergePlansTest {

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final HttpServer service;
  private volatile int status = 200;
  private volatile String body =
      """
      {"items":[{"town":"350213101000","target":"a",
                 "groups":[{"groupId":"a","name":"甲","unit":"350213101000","members":3,
                            "messagesPerWorkday":null}],
                 "members":3,"floods":false}],"next":"more"}
      """;

  MergePlansTest() throws IOException {
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
  void whatIsProposedIsReadInTheUsersName() {
    assertThat(client().proposed("350213101000", "token", Locale.CHINESE).block())
        .isInstanceOfSatisfying(
            MergesTold.Known.class,
            it -> {
              assertThat(it.more()).isTrue();
              assertThat(it.plans())
                  .singleElement()
                  .satisfies(plan -> {
                    assertThat(plan.groups())
                        .containsExactly(new MergePlan.Part("a", "甲", "350213101000", 3, null));
                    assertThat(plan.shared()).isEmpty();
                  });
            });
    assertThat(heard)
        .containsExactly("GET /api/v1/merge-plans?unit=350213101000&limit=100 Bearer token ");
  }

  @Test
  void anotherMergeIsAskedForWithItsGroups() {
    body = "{\"town\":\"t\",\"target\":\"a\",\"members\":7,\"floods\":true}";

    assertThat(tried())
        .isInstanceOfSatisfying(
            MergesTold.Known.class, it -> assertThat(it.plans().getFirst().members()).isEqualTo(7));
    assertThat(heard)
        .containsExactly(
            "POST /api/v1/merge-plans Bearer token {\"target\":\"a\",\"groups\":[\"b\"]}");
  }

  @Test
  void whyThereIsNoAnswerIsToldApart() {
    status = 400;
    body =
        """
        {"type":"urn:problem:web.invalid","title":"请求有误","status":400,
         "errors":[{"pointer":"/target","code":"merge-target-unknown","message":"没有这个群"}]}
        """;
    assertThat(tried()).isEqualTo(new MergesTold.Declined("没有这个群"));
    status = 403;
    assertThat(tried()).isEqualTo(new MergesTold.Nothing(Degraded.REFUSED));
    status = 503;
    assertThat(tried()).isEqualTo(new MergesTold.Nothing(Degraded.AWAY));
  }

  private MergesTold tried() {
    return client()
        .tryOut("a", List.of("b"), "token", Locale.CHINESE)
        .blockOptional()
        .orElseThrow();
  }

  private MergePlans client() {
    var properties =
        new GroupServiceProperties(
            "http://127.0.0.1:" + service.getAddress().getPort(),
            Duration.ofSeconds(5),
            2,
            50,
            Duration.ofSeconds(10));
    return new MergePlans(WebClient.create(), properties);
  }
}
