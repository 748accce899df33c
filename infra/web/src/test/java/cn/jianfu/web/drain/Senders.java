package cn.jianfu.web.drain;

import cn.jianfu.testkit.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Several that post without a pause over connections that they keep, and note what comes back. */
final class Senders {

  private static final String PARCEL = "{\"name\":\"a\",\"weight\":1}";

  /** It sends no POST again by itself. */
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Map<URI, Integer> answered = new ConcurrentHashMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean enough;

  static Senders start(int number, Balancer balancer) {
    Senders senders = new Senders();
    for (int i = 0; i < number; i++) {
      senders.threads.add(Thread.ofPlatform().daemon().start(() -> senders.send(balancer)));
    }
    return senders;
  }

  private void send(Balancer balancer) {
    while (!enough) {
      URI to = balancer.chosen();
      try {
        HttpResponse<String> answer = http.send(parcel(to), BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          answered.merge(to, 1, Integer::sum);
        } else {
          failures.add(to + " " + answer.statusCode());
        }
      } catch (IOException e) {
        failures.add(to + " " + e);
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  static HttpRequest parcel(URI to) {
    return HttpRequest.newBuilder(to.resolve("/api/v1/parcels"))
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json")
        .header("Authorization", TestTokens.shared().bearer("sender", "10"))
        .POST(BodyPublishers.ofString(PARCEL))
        .build();
  }

  int answeredBy(URI address) {
    return answered.getOrDefault(address, 0);
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  void stop() throws InterruptedException {
    enough = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
