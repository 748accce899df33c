package cn.jianfu.testkit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An issuer of tokens for tests, with an RSA key of its own. A service under test trusts it through
 * {@link #properties()}.
 */
public final class TestTokens implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LIFE = Duration.ofMinutes(30);

  private final KeyPair keys;
  private final HttpServer server;

  private TestTokens(KeyPair keys, HttpServer server) {
    this.keys = keys;
    this.server = server;
  }

  /** Starts an issuer on a free port of the loopback interface. */
  public static TestTokens start() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var tokens = new TestTokens(generator.generateKeyPair(), server);
      server.createContext(
          "/jwks",
          exchange -> {
            var body = tokens.keySet().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return tokens;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One issuer for all tests of this JVM. */
  public static TestTokens shared() {
    return Shared.TOKENS;
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public String keySetUri() {
    return issuer() + "/jwks";
  }

  /** What makes a service a resource server of this issuer. */
  public Map<String, String> properties() {
    return Map.of(
        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri", keySetUri(),
        "spring.security.oauth2.resourceserver.jwt.issuer-uri", issuer());
  }

  public RSAPublicKey publicKey() {
    return (RSAPublicKey) keys.getPublic();
  }

  /** A valid token; subject is made of role and unit. */
  public String token(String role, String unit) {
    return token(role + "@" + unit, List.of(role), unit);
  }

  public String token(String subject, List<String> roles, String unit) {
    return sign(claims(subject, roles, unit));
  }

  /** {@code Authorization} header with a valid token. */
  public String bearer(String role, String unit) {
    return "Bearer " + token(role, unit);
  }

  /** What a valid token says; change it and {@link #sign} it to get an odd one. */
  public Map<String, Object> claims(String subject, List<String> roles, String unit) {
    var now = Instant.now();
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", issuer());
    claims.put("sub", subject);
    claims.put("roles", roles);
    claims.put("unit", unit);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFE).getEpochSecond());
    return claims;
  }

  public String sign(Map<String, ?> claims) {
    try {
      var header = Map.of("alg", "RS256", "typ", "JWT", "kid", "test");
      var content =
          encode(JSON.writeValueAsBytes(header)) + "." + encode(JSON.writeValueAsBytes(claims));
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private String keySet() {
    var key =
        Map.of(
            "kty", "RSA",
            "kid", "test",
            "alg", "RS256",
            "use", "sig",
            "n", encode(unsigned(publicKey().getModulus().toByteArray())),
            "e", encode(unsigned(publicKey().getPublicExponent().toByteArray())));
    return JSON.writeValueAsString(Map.of("keys", List.of(key)));
  }

  private static byte[] unsigned(byte[] number) {
    return number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static final class Shared {
    static final TestTokens TOKENS = start();
  }
}
