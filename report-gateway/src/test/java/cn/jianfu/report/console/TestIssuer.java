package cn.jianfu.report.console;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** An OIDC issuer that logs everybody in at once as the chosen user, and insists on PKCE. */
final class TestIssuer implements AutoCloseable {

  record User(String subject, String name, String unit, List<String> roles) {}

  static final User SUPERVISOR =
      new User("u-1", "林督查", "350213000000", List.of("district-supervisor"));
  static final User ADMINISTRATOR =
      new User("u-4", "周管理", "350213000000", List.of("district-admin"));
  static final User TOWN_OFFICE = new User("u-2", "陈主任", "350213101901", List.of("town-office"));
  static final User COMMUNITY = new User("u-3", "王书记", "350213101201", List.of("community"));

  static final User DEPARTMENT = new User("u-5", "李干事", "350213000901", List.of("department"));

  private final RSAKey key;
  private final HttpServer server;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  final List<String> logouts = new ArrayList<>();

  /** Who logs in next. */
  volatile User user = SUPERVISOR;

  /** An error that the next login ends with, or empty. */
  volatile String refusal = "";

  TestIssuer() {
    try {
      key = new RSAKeyGenerator(2048).keyID("test").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (JOSEException | IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext("/keys", it -> json(it, new JWKSet(key).toString()));
    server.createContext("/logout", this::logout);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void authorize(HttpExchange exchange) throws IOException {
    var asked = form(exchange.getRequestURI().getRawQuery());
    var code = UUID.randomUUID().toString();
    codes.put(code, asked);
    var answer = refusal.isEmpty() ? "code=" + code : "error=" + refusal;
    redirect(
        exchange,
        asked.get("redirect_uri")
            + "?"
            + answer
            + "&state="
            + asked.getOrDefault("state", "").replace("=", "%3D"));
  }

  private void token(HttpExchange exchange) throws IOException {
    var sent = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var asked = codes.remove(sent.getOrDefault("code", ""));
    if (asked == null
        || !challenge(sent.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      send(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    json(
        exchange,
        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":300,\"scope\":\"openid profile\",\"id_token\":\"%s\"}"
            .formatted(idToken(asked)));
  }

  private String idToken(Map<String, String> asked) {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(address())
            .audience(asked.get("client_id"))
            .subject(user.subject())
            .claim("name", user.name())
            .claim("unit", user.unit())
            .claim("roles", user.roles())
            .claim("nonce", asked.get("nonce"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .build();
    try {
      var token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void logout(HttpExchange exchange) throws IOException {
    logouts.add(exchange.getRequestURI().getRawQuery());
    redirect(
        exchange,
        form(exchange.getRequestURI().getRawQuery()).getOrDefault("post_logout_redirect_uri", "/"));
  }

  private static String challenge(String verifier) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> form(String text) {
    var read = new HashMap<String, String>();
    for (var pair : text.split("&", -1)) {
      var parts = pair.split("=", 2);
      read.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
    }
    return read;
  }

  private static void redirect(HttpExchange exchange, String target) throws IOException {
    exchange.getResponseHeaders().set("Location", target);
    send(exchange, 302, "");
  }

  private static void json(HttpExchange exchange, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    send(exchange, 200, body);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
