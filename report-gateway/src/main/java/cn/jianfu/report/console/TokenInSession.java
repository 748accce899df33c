package cn.jianfu.report.console;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Keeps the user's tokens in the session, as plain values that the store can hold. */
final class TokenInSession implements ServerOAuth2AuthorizedClientRepository {

  private static final String ATTRIBUTE = "access";

  private final ReactiveClientRegistrationRepository registrations;

  TokenInSession(ReactiveClientRegistrationRepository registrations) {
    this.registrations = registrations;
  }

  @Override
  @SuppressWarnings("unchecked") // the interface promises a subtype that nobody else makes
  public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
      String registration, Authentication user, ServerWebExchange exchange) {
    return registrations
        .findByRegistrationId(registration)
        .zipWith(exchange.getSession())
        .flatMap(both -> Mono.justOrEmpty(read(both.getT1(), user, both.getT2())))
        .map(client -> (T) client);
  }

  @Override
  public Mono<Void> saveAuthorizedClient(
      OAuth2AuthorizedClient client, Authentication user, ServerWebExchange exchange) {
    return exchange
        .getSession()
        .doOnNext(session -> session.getAttributes().put(ATTRIBUTE, write(client)))
        .then();
  }

  @Override
  public Mono<Void> removeAuthorizedClient(
      String registration, Authentication user, ServerWebExchange exchange) {
    return exchange
        .getSession()
        .doOnNext(session -> session.getAttributes().remove(ATTRIBUTE))
        .then();
  }

  private static Map<String, Object> write(OAuth2AuthorizedClient client) {
    var kept = new HashMap<String, Object>();
    var access = client.getAccessToken();
    kept.put("token", access.getTokenValue());
    put(kept, "issued", access.getIssuedAt());
    put(kept, "expires", access.getExpiresAt());
    kept.put("scopes", List.copyOf(access.getScopes()));
    var refresh = client.getRefreshToken();
    if (refresh != null) {
      kept.put("refresh", refresh.getTokenValue());
      put(kept, "refreshIssued", refresh.getIssuedAt());
    }
    return kept;
  }

  private static void put(Map<String, Object> kept, String name, @Nullable Instant at) {
    if (at != null) {
      kept.put(name, Date.from(at));
    }
  }

  private static @Nullable OAuth2AuthorizedClient read(
      ClientRegistration registration, Authentication user, WebSession session) {
    Map<String, Object> kept = session.getAttribute(ATTRIBUTE);
    if (kept == null) {
      return null;
    }
    var access =
        new OAuth2AccessToken(
            OAuth2AccessToken.TokenType.BEARER,
            String.valueOf(kept.get("token")),
            instant(kept, "issued"),
            instant(kept, "expires"));
    var refresh =
        kept.get("refresh") instanceof String value
            ? new OAuth2RefreshToken(value, instant(kept, "refreshIssued"))
            : null;
    return new OAuth2AuthorizedClient(registration, user.getName(), access, refresh);
  }

  private static @Nullable Instant instant(Map<String, Object> kept, String name) {
    return kept.get(name) instanceof Date date ? date.toInstant() : null;
  }
}
