package cn.jianfu.allinone.sample;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the platform as a town system does: a token by client credentials, then REST. */
public final class PlatformClient {

  // The same bytes in every run: a retry that differs under the same id is not a retry.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI issuer;
  private final String client;
  private final String secret;
  private String token = "";
  private long renewAt;

  public PlatformClient(URI issuer, String client, String secret) {
    this.issuer = issuer;
    this.client = client;
    this.secret = secret;
  }

  /** Sends a JSON body and answers with the JSON that came back. */
  public JsonNode send(String method, URI to, Object body) {
    return send(method, to, "application/json", json(body));
  }

  public static byte[] json(Object body) {
    return JSON.writeValueAsBytes(body);
  }

  public JsonNode get(URI from) {
    return answer(request(from).GET().build());
  }

  /** Sends bytes of that content type and answers with the JSON that came back. */
  public JsonNode send(String method, URI to, String contentType, byte[] body) {
    return answer(
        request(to)
            .header("Content-Type", contentType)
            .method(method, BodyPublishers.ofByteArray(body))
            .build());
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(Duration.ofSeconds(60))
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + token());
  }

  /** A bearer token of this system, of which half its life at least is left. */
  public synchronized String token() {
    if (System.nanoTime() >= renewAt || token.isEmpty()) {
      String basic =
          Base64.getEncoder()
              .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
      JsonNode answer =
          answer(
              HttpRequest.newBuilder(issuer.resolve("/oauth2/token"))
                  .header("Authorization", "Basic " + basic)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                  .build());
      token = answer.path("access_token").asString();
      renewAt = System.nanoTime() + answer.path("expires_in").asLong() * 500_000_000L;
    }
    return token;
  }

  private JsonNode answer(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() / 100 != 2) {
        throw new RefusedByPlatform(request, response);
      }
      return response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request.uri() + " cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking " + request.uri(), e);
    }
  }
}
