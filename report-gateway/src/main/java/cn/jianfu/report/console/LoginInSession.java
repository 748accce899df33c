package cn.jianfu.report.console;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Keeps a login that was begun in the session, as plain values that the store can hold. */
final class LoginInSession
    implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private static final String ATTRIBUTE = "login";

  @Override
  public Mono<Void> saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
    return exchange.getSession().doOnNext(session -> put(session, request)).then();
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
    return exchange.getSession().mapNotNull(session -> get(session, exchange));
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
    return exchange.getSession().mapNotNull(session -> take(session, exchange));
  }

  private static void put(WebSession session, @Nullable OAuth2AuthorizationRequest request) {
    if (request == null) {
      session.getAttributes().remove(ATTRIBUTE);
      return;
    }
    var kept = new HashMap<String, Object>();
    kept.put("authorizationUri", request.getAuthorizationUri());
    kept.put("authorizationRequestUri", request.getAuthorizationRequestUri());
    kept.put("clientId", request.getClientId());
    kept.put("redirectUri", String.valueOf(request.getRedirectUri()));
    kept.put("state", String.valueOf(request.getState()));
    kept.put("scopes", List.copyOf(request.getScopes()));
    kept.put("attributes", new HashMap<>(request.getAttributes()));
    kept.put("parameters", new HashMap<>(request.getAdditionalParameters()));
    session.getAttributes().put(ATTRIBUTE, kept);
  }

  private static @Nullable OAuth2AuthorizationRequest take(
      WebSession session, ServerWebExchange exchange) {
    var request = get(session, exchange);
    if (request != null) {
      session.getAttributes().remove(ATTRIBUTE);
    }
    return request;
  }

  private static @Nullable OAuth2AuthorizationRequest get(
      WebSession session, ServerWebExchange exchange) {
    Map<String, Object> kept = session.getAttribute(ATTRIBUTE);
    var state = exchange.getRequest().getQueryParams().getFirst("state");
    if (kept == null || state == null || !state.equals(kept.get("state"))) {
      return null;
    }
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(text(kept, "authorizationUri"))
        .authorizationRequestUri(text(kept, "authorizationRequestUri"))
        .clientId(text(kept, "clientId"))
        .redirectUri(text(kept, "redirectUri"))
        .state(text(kept, "state"))
        .scopes(new HashSet<>(texts(kept)))
        .attributes(to -> to.putAll(map(kept, "attributes")))
        .additionalParameters(to -> to.putAll(map(kept, "parameters")))
        .build();
  }

  private static String text(Map<String, Object> kept, String name) {
    return String.valueOf(kept.get(name));
  }

  private static List<String> texts(Map<String, Object> kept) {
    return kept.get("scopes") instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Map<String, Object> map(Map<String, Object> kept, String name) {
    var read = new HashMap<String, Object>();
    if (kept.get(name) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> read.put(String.valueOf(key), value));
    }
    return read;
  }
}
