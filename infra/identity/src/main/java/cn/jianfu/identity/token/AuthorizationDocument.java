package cn.jianfu.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One authorization as a document; Spring's own values travel as the JSON that Spring defines. */
final class AuthorizationDocument {

  static final String LOOKUP = "lookup";
  static final String PRINCIPAL = "principal";
  static final String PERSON = "person";
  static final String EXPIRES = "expiresAt";

  // A logout names its ID token also when that has lapsed.
  private static final Duration KEPT_AFTER = Duration.ofDays(1);
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final JsonMapper json =
      JsonMapper.builder()
          .addModules(SecurityJacksonModules.getModules(getClass().getClassLoader()))
          .build();

  static String clientOf(Document stored) {
    return stored.getString("client");
  }

  static String lookup(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JVM has SHA-256", impossible);
    }
  }

  Document write(OAuth2Authorization authorization) {
    List<Document> tokens = new ArrayList<>();
    Set<String> lookup = new TreeSet<>();
    Instant latest = Instant.EPOCH;
    for (Kind kind : Kind.values()) {
      OAuth2Authorization.Token<?> token = authorization.getToken(kind.type);
      if (token != null) {
        tokens.add(write(kind, token));
        lookup.add(lookup(token.getToken().getTokenValue()));
        latest = later(latest, token.getToken().getExpiresAt());
      }
    }
    String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
    if (state != null) {
      lookup.add(lookup(state));
    }
    boolean person =
        !AuthorizationGrantType.CLIENT_CREDENTIALS.equals(
            authorization.getAuthorizationGrantType());
    return new Document("_id", authorization.getId())
        .append("client", authorization.getRegisteredClientId())
        .append(PRINCIPAL, authorization.getPrincipalName())
        .append(PERSON, person)
        .append("grant", authorization.getAuthorizationGrantType().getValue())
        .append("scopes", List.copyOf(authorization.getAuthorizedScopes()))
        .append("attributes", json.writeValueAsString(authorization.getAttributes()))
        .append("tokens", tokens)
        .append(LOOKUP, List.copyOf(lookup))
        .append(EXPIRES, Date.from(person ? latest.plus(KEPT_AFTER) : latest));
  }

  OAuth2Authorization read(Document stored, RegisteredClient client) {
    OAuth2Authorization.Builder builder =
        OAuth2Authorization.withRegisteredClient(client)
            .id(stored.getString("_id"))
            .principalName(stored.getString(PRINCIPAL))
            .authorizationGrantType(new AuthorizationGrantType(stored.getString("grant")))
            .authorizedScopes(Set.copyOf(stored.getList("scopes", String.class)))
            .attributes(all -> all.putAll(map(stored.getString("attributes"))));
    for (Document token : stored.getList("tokens", Document.class)) {
      Map<String, Object> metadata = map(token.getString("metadata"));
      builder.token(token(token, metadata), all -> all.putAll(metadata));
    }
    return builder.build();
  }

  boolean has(OAuth2Authorization authorization, String token, OAuth2TokenType type) {
    if (OAuth2ParameterNames.STATE.equals(type.getValue())) {
      return token.equals(authorization.getAttribute(OAuth2ParameterNames.STATE));
    }
    OAuth2Authorization.Token<?> found = authorization.getToken(token);
    return found != null && Kind.of(type).type.isInstance(found.getToken());
  }

  private Document write(Kind kind, OAuth2Authorization.Token<?> token) {
    OAuth2Token value = token.getToken();
    Document document =
        new Document("kind", kind.name())
            .append("value", value.getTokenValue())
            .append("metadata", json.writeValueAsString(token.getMetadata()))
            .append("issuedAt", date(value.getIssuedAt()))
            .append("expiresAt", date(value.getExpiresAt()));
    if (value instanceof OAuth2AccessToken access) {
      document.append("scopes", List.copyOf(access.getScopes()));
    }
    return document;
  }

  private static OAuth2Token token(Document stored, Map<String, Object> metadata) {
    String value = stored.getString("value");
    Instant issued = instant(stored, "issuedAt");
    Instant expires = instant(stored, "expiresAt");
    return switch (Kind.valueOf(stored.getString("kind"))) {
      case CODE ->
          new OAuth2AuthorizationCode(
              value, Objects.requireNonNull(issued), Objects.requireNonNull(expires));
      case ACCESS ->
          new OAuth2AccessToken(
              OAuth2AccessToken.TokenType.BEARER,
              value,
              issued,
              expires,
              Set.copyOf(stored.getList("scopes", String.class)));
      case REFRESH -> new OAuth2RefreshToken(value, issued, expires);
      case ID -> new OidcIdToken(value, issued, expires, claims(metadata));
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> claims(Map<String, Object> metadata) {
    return (Map<String, Object>)
        Objects.requireNonNull(metadata.get(OAuth2Authorization.Token.CLAIMS_METADATA_NAME));
  }

  private Map<String, Object> map(String text) {
    return json.readValue(text, MAP);
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  private static @Nullable Date date(@Nullable Instant instant) {
    return instant == null ? null : Date.from(instant);
  }

  private static @Nullable Instant instant(Document stored, String field) {
    Date date = stored.getDate(field);
    return date == null ? null : date.toInstant();
  }

  private enum Kind {
    CODE(OAuth2AuthorizationCode.class),
    ACCESS(OAuth2AccessToken.class),
    REFRESH(OAuth2RefreshToken.class),
    ID(OidcIdToken.class);

    private final Class<? extends OAuth2Token> type;

    Kind(Class<? extends OAuth2Token> type) {
      this.type = type;
    }

    static Kind of(OAuth2TokenType type) {
      return switch (type.getValue()) {
        case OAuth2ParameterNames.CODE -> CODE;
        case OAuth2ParameterNames.ACCESS_TOKEN -> ACCESS;
        case OAuth2ParameterNames.REFRESH_TOKEN -> REFRESH;
        default -> ID;
      };
    }
  }
}
