package cn.jianfu.report.group;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.SampleEvents;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;

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
          byte[] body = answer(exchange.getRequestURI().getPath());
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

  private static byte[] answer(String path) {
    return path.endsWith("/history")
        ? "{\"items\":[{\"type\":\"filed\"}]}".getBytes(StandardCharsets.UTF_8)
        : EventJson.write(SampleEvents.filed("g", "防汛群", SampleEvents.TODAY).group())
            .replaceFirst("\\{", "{\"ownerName\":\"张三\",\"ownerMatched\":false,\"version\":3,")
            .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void itTellsOfTheGroupWithItsOwnerAndHistory() {
    assertThat(told(client(50)))
        .isInstanceOfSatisfying(
            Told.Group.class,
            it -> {
              assertThat(it.group().name()).isEqualTo("防汛群");
              assertThat(it.ownerName()).isEqualTo("张三");
              assertThat(it.ownerMatched()).isFalse();
              assertThat(it.history()).hasSize(1);
            });
  }

  @Test
  void aFailureIsAskedOnceMoreAndThenGivenUp() {
    status = 503;

    assertThat(told(client(50))).isEqualTo(new Told.Nothing(Degraded.AWAY));
    assertThat(asked).hasValue(2);
  }

  @Test
  void aRefusalIsAnAnswerAndNotAskedAgain() {
    status = 403;

    assertThat(told(client(50))).isEqualTo(new Told.Nothing(Degraded.REFUSED));
    assertThat(asked).hasValue(1);
  }

  @Test
  void aTokenThatIsNotTakenIsNoRefusal() {
    status = 401;

    assertThat(told(client(50))).isEqualTo(new Told.Nothing(Degraded.NOT_ASKED));
    assertThat(asked).hasValue(1);
  }

  @Test
  void aServiceThatIsAskedTooMuchIsBusyAndNotAway() {
    status = 429;

    assertThat(told(client(50))).isEqualTo(new Told.Nothing(Degraded.BUSY));
  }

  @Test
  void aGroupThatItDoesNotKnowIsUnknownAndTheServiceIsNotAway() {
    status = 404;

    assertThat(told(client(50))).isEqualTo(new Told.Unknown());
  }

  @Test
  void aServiceThatDoesNotAnswerIsNotWaitedFor() {
    silent = true;

    long begun = System.nanoTime();
    assertThat(told(client(50))).isEqualTo(new Told.Nothing(Degraded.AWAY));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void aServiceThatFailsAgainAndAgainIsLeftAloneForAWhile() {
    status = 500;
    GroupServiceClient client = client(50);
    for (int i = 0; i < 5; i++) {
      assertThat(told(client)).isEqualTo(new Told.Nothing(Degraded.AWAY));
    }
    int before = asked.get();

    assertThat(told(client)).isEqualTo(new Told.Nothing(Degraded.AWAY));

    assertThat(asked).hasValue(before);
  }

  @Test
  void moreQuestionsThanItMayHaveAtOnceAreAnsweredFromOwnFacts() {
    silent = true;
    GroupServiceClient client = client(1);
    List<CompletableFuture<Told>> answers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      answers.add(client.ask("g", "token").toFuture());
    }

    answers.forEach(answer -> assertThat(answer.join()).isInstanceOf(Told.Nothing.class));
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

  private static Told told(GroupServiceClient client) {
    return client.ask("g", "token").blockOptional().orElseThrow();
  }
}
