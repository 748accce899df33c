package cn.jianfu.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens to the gateway's stream of towns as an EventSource does: when it ends, from there on. */
final class SteadyListener {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI stream;
  private final Supplier<String> token;
  private final Map<String, Long> versions = new ConcurrentHashMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile String lastId = "";

  SteadyListener(URI stream, Supplier<String> token) {
    this.stream = stream;
    this.token = token;
  }

  /** Until it is interrupted. */
  void listen() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        listenOnce();
      } catch (IOException e) {
        failures.add(e.toString());
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private void listenOnce() throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(stream)
            .header("Accept", "text/event-stream")
            .header("Authorization", "Bearer " + token.get());
    if (!lastId.isEmpty()) {
      request.header("Last-Event-ID", lastId);
    }
    HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      if (answer.statusCode() != 200) {
        failures.add("status " + answer.statusCode());
        return;
      }
      connections.incrementAndGet();
      lines.lines().forEach(this::hear);
    }
  }

  private void hear(String line) {
    if (line.startsWith("id:")) {
      lastId = line.substring("id:".length()).strip();
    } else if (line.startsWith("data:")) {
      JsonNode town = JSON.readTree(line.substring("data:".length()));
      versions.put(town.path("code").asString(), town.path("version").asLong());
    }
  }

  /** The newest that was heard of a town. */
  long versionOf(String town) {
    return versions.getOrDefault(town, -1L);
  }

  /** How often it had to begin. */
  int connections() {
    return connections.get();
  }

  Queue<String> failures() {
    return failures;
  }
}
