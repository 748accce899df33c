package cn.jianfu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends exactly what it is told to, however odd, and looks closely at refusals. */
public record Asking(String base, Map<String, String> headers) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /** What is asked for at an address of the API, however it is sent. */
  public interface Door {
    HttpMethod method();

    /** An address that exists. */
    String path();

    MediaType type();
  }

  /** Somebody who asks a service on this machine with a token. */
  public static Asking of(int port, String bearer) {
    return new Asking("http://127.0.0.1:" + port, Map.of()).with("Authorization", bearer);
  }

  /** The same of another instance. */
  public Asking at(int port) {
    return new Asking("http://127.0.0.1:" + port, headers);
  }

  public Asking with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Asking(base, more);
  }

  public HttpResponse<String> send(String method, String path, byte @Nullable [] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    try {
      return send(HTTP, request.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> send(HttpClient http, HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException closed) {
      // The server closes a connection after it has answered without reading all that was sent.
      try (HttpClient fresh = HttpClient.newHttpClient()) {
        return fresh.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      }
    }
  }

  public HttpResponse<String> send(Door door, byte @Nullable [] body) {
    Asking typed = body == null ? this : with("Content-Type", door.type().toString());
    return typed.send(door.method().name(), door.path(), body);
  }

  /** The refusal in both languages; it must be a problem of the client's, of one stable type. */
  public JsonNode refused(String method, String path, byte @Nullable [] body) {
    JsonNode chinese = problem(with("Accept-Language", "zh-CN").send(method, path, body));
    JsonNode english = problem(with("Accept-Language", "en").send(method, path, body));
    assertThat(english.at("/type")).isEqualTo(chinese.at("/type"));
    assertThat(HAN.matcher(chinese.at("/title").asString()).find()).as("in Chinese").isTrue();
    chinese
        .at("/errors")
        .forEach(error ->
            assertThat(HAN.matcher(error.at("/message").asString()).find())
                .as("in words: " + error)
                .isTrue());
    assertThat(HAN.matcher(english.at("/title").asString()).find()).as("in English").isFalse();
    return english;
  }

  public JsonNode refused(Door door, byte @Nullable [] body) {
    Asking typed = body == null ? this : with("Content-Type", door.type().toString());
    return typed.refused(door.method().name(), door.path(), body);
  }

  public static JsonNode problem(HttpResponse<String> answer) {
    String body = answer.body();
    assertThat(answer.statusCode()).as(body).isBetween(400, 499).isNotEqualTo(429);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(body).doesNotContain("Exception", "cn.jianfu", "java.", "\tat ", "org.spring");
    JsonNode problem = JSON.readTree(body);
    assertThat(problem.at("/type").asString()).startsWith("urn:problem:");
    assertThat(problem.at("/title").asString()).isNotBlank();
    assertThat(problem.at("/status").asInt()).isEqualTo(answer.statusCode());
    return problem;
  }
}
