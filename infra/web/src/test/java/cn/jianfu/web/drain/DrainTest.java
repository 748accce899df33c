package cn.jianfu.web.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrainTest {

  private static final Duration DRAIN = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SENDERS = 6;
  private static final int MANY = 200;

  @Test
  void noRequestFailsWhenAnInstanceStopsAndAnotherTakesOver() throws Exception {
    try (Instance first = Instance.start(DRAIN);
        Instance second = Instance.start(Duration.ZERO);
        Balancer balancer = new Balancer(List.of(first, second))) {
      URI one = first.address();
      URI other = second.address();
      Senders senders = Senders.start(SENDERS, balancer);
      await().atMost(PATIENCE).until(() -> senders.answeredBy(one) > MANY);
      assertThat(senders.answeredBy(other)).isZero();
      first.stop();
      await().atMost(PATIENCE).until(() -> senders.answeredBy(other) > MANY);
      senders.stop();
      assertThat(senders.failures()).isEmpty();
    }
  }

  @Test
  void meanwhileItIsNotReadyAnswersAndEndsEachConnection() throws Exception {
    try (Instance instance = Instance.start(DRAIN);
        HttpClient http = HttpClient.newHttpClient()) {
      URI address = instance.address();
      assertThat(post(http, address).headers().map()).doesNotContainKey("connection");
      Thread closing = Thread.ofPlatform().start(instance::stop);
      await().atMost(PATIENCE).until(() -> !instance.isReady());

      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> {
            HttpResponse<String> answer = post(http, address);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("connection")).containsExactly("close");
          });
      closing.join();
    }
  }

  private static HttpResponse<String> post(HttpClient http, URI to) throws Exception {
    return http.send(Senders.parcel(to), BodyHandlers.ofString());
  }
}
