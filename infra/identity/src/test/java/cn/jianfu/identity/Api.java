package cn.jianfu.identity;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that talks to the issuer. */
final class Api {

  private static final JsonMapper JSON = new JsonMapper();

  /** Hashing a secret costs tests more than anything else. */
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private final String issuer;
  private final HttpClient http = HttpClient.newHttpClient();

  Api(String issuer) {
    this.issuer = issuer;
  }

  record Answer(int status, JsonNode body, HttpResponse<String> raw) {}

  Answer clientToken(String id, String secret) {
    return token(id, secret, Map.of("grant_type", "client_credentials"));
  }

  Answer token(String id, String secret, Map<String, String> form) {
    String basic =
        Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return send(
        request("/oauth2/token")
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(form)))
            .build());
  }

  String adminToken() {
    return TOKENS.computeIfAbsent(
        issuer + " admin", _ -> accessToken("administration", IdentityServer.ADMIN_SECRET));
  }

  String townToken() {
    return TOKENS.computeIfAbsent(
        issuer + " town", _ -> accessToken("xindian-oa", IdentityServer.XINDIAN_SECRET));
  }

  private String accessToken(String id, String secret) {
    return clientToken(id, secret).body().get("access_token").asString();
  }

  Answer get(String path) {
    return send(request(path).build());
  }

  Answer call(String method, String path, @Nullable String token, @Nullable String body) {
    HttpRequest.Builder request =
        request(path)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request.build());
  }

  Answer send(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      return new Answer(answer.statusCode(), parse(answer), answer);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(issuer + path)).header("Accept-Language", "en");
  }

  /** The claims of a token, without looking at its signature. */
  static JsonNode claims(String token) {
    return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static JsonNode parse(HttpResponse<String> answer) {
    boolean isJson = answer.headers().firstValue("Content-Type").orElse("").contains("json");
    return isJson ? JSON.readTree(answer.body()) : JSON.missingNode();
  }
}
