package cn.jianfu.report.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;

class GroupServiceClientTest {

  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile boolean silent;
  private final HttpServer service;

  GroupServiceClientTest() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    service.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          try {
            if (silent) {
              released.await();
            }
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          byte[] body = "{\"items\":[{\"type\":\"filed\"}]}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    service.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    service.stop(0);
  }

  @Test
  void itTellsTheHistory() {
    assertThat(history(client(50))).hasValueSatisfying(it -> assertThat(it).hasSize(1));
  }

  @Test
  void aFailureIsAskedOnceMoreAndThenGivenUp() {
    status = 503;

    assertThat(history(client(50))).isEmpty();
    assertThat(asked).hasValue(2);
  }

  @Test
  void aRefusalIsAnAnswerAndNotAskedAgain() {
    status = 403;

    assertThat(history(client(50))).isEmpty();
    assertThat(asked).hasValue(1);
  }

  @Test
  void aGroupThatItDoesNotKnowHasNoHistoryAndTheServiceIsNotAway() {
    status = 404;

    assertThat(history(client(50))).hasValue(List.of());
  }

  @Test
  void aServiceThatDoesNotAnswerIsNotWaitedFor() {
    silent = true;

    long begun = System.nanoTime();
    assertThat(history(client(50))).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void aServiceThatFailsAgainAndAgainIsLeftAloneForAWhile() {
    status = 500;
    GroupServiceClient client = client(50);
    for (int i = 0; i < 5; i++) {
      assertThat(history(client)).isEmpty();
    }
    int before = asked.get();

    assertThat(history(client)).isEmpty();

    assertThat(asked).hasValue(before);
  }

  @Test
  void moreQuestionsThanItMayHaveAtOnceAreAnsweredFromOwnFacts() {
    silent = true;
    GroupServiceClient client = client(1);
    List<CompletableFuture<Optional<List<JsonNode>>>> answers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      answers.add(client.history("g", "token").toFuture());
    }

    answers.forEach(answer -> assertThat(answer.join()).isEmpty());
    assertThat(asked.get()).isLessThanOrEqualTo(2);
  }

  private GroupServiceClient client(int concurrent) {
    return new GroupServiceClient(
        WebClient.create(),
        new GroupServiceProperties(
            "http://127.0.0.1:" + service.getAddress().getPort(),
            Duration.ofSeconds(2),
            2,
            concurrent,
            Duration.ofMinutes(5)));
  }

  private static Optional<List<JsonNode>> history(GroupServiceClient client) {
    return client.history("g", "token").blockOptional().orElseThrow();
  }
}
