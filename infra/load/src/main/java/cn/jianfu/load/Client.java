package cn.jianfu.load;

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
import java.util.Base64;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the platform with the token of the district's set-up system. */
final class Client {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Platform platform;
  private String token = "";
  private long renewAt;

  Client(Platform platform) {
    this.platform = platform;
  }

  /** Sends a body and answers with what came back, whatever its status. */
  HttpResponse<byte[]> send(String method, URI to, String contentType, byte[] body) {
    return answer(
        request(to)
            .header("Content-Type", contentType)
            .method(method, BodyPublishers.ofByteArray(body))
            .build());
  }

  /** The same for what takes long. */
  HttpResponse<byte[]> send(
      String method, URI to, String contentType, byte[] body, Duration patience) {
    return answer(
        request(to)
            .timeout(patience)
            .header("Content-Type", contentType)
            .method(method, BodyPublishers.ofByteArray(body))
            .build());
  }

  JsonNode get(URI from) {
    return read(bytes(from));
  }

  /** What came back, whatever its status, and not read: reading it is the reader's time. */
  HttpResponse<byte[]> bytes(URI from) {
    return bytes(from, PATIENCE);
  }

  /** The same for what takes long. */
  HttpResponse<byte[]> bytes(URI from, Duration patience) {
    return answer(request(from).timeout(patience).GET().build());
  }

  JsonNode sendJson(String method, URI to, Object body) {
    return read(send(method, to, "application/json", JSON.writeValueAsBytes(body)));
  }

  /** Opens a stream of events; the lines of it, as they come. */
  Stream<String> lines(URI from) {
    HttpRequest request =
        HttpRequest.newBuilder(from)
            .header("Accept", "text/event-stream")
            .header("Authorization", "Bearer " + token())
            .build();
    try {
      return http.send(request, BodyHandlers.ofLines()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode read(HttpResponse<byte[]> response) {
    mustBeFine(response);
    return response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body());
  }

  static void mustBeFine(HttpResponse<byte[]> response) {
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          response.request().method()
              + " "
              + response.uri()
              + " answered "
              + response.statusCode()
              + " "
              + new String(response.body(), StandardCharsets.UTF_8));
    }
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(PATIENCE)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + token());
  }

  private synchronized String token() {
    if (token.isEmpty() || System.nanoTime() >= renewAt) {
      String who = "district-setup:" + platform.secret("SETUP_SECRET");
      JsonNode answer =
          read(
              answer(
                  HttpRequest.newBuilder(platform.identity("/oauth2/token"))
                      .header(
                          "Authorization",
                          "Basic "
                              + Base64.getEncoder()
                                  .encodeToString(who.getBytes(StandardCharsets.UTF_8)))
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                      .build()));
      token = answer.path("access_token").asString();
      renewAt = System.nanoTime() + answer.path("expires_in").asLong() * 500_000_000L;
    }
    return token;
  }

  private HttpResponse<byte[]> answer(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(request.uri() + " gave no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
