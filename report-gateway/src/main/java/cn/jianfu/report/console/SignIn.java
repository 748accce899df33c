package cn.jianfu.report.console;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where somebody without a session is led, and how a login that failed is told. */
final class SignIn implements ServerAuthenticationEntryPoint {

  /** Why the login page is shown; each is a text in the bundles. */
  enum Why {
    EXPIRED,
    DENIED,
    AWAY,
    FAILED;

    String address() {
      return "/login?why=" + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Tells a live page that its session is over; the page does not connect again. */
  static final String BYE = "event: bye\ndata: expired\n\n";

  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

  private final String sessionCookie;
  private final ReturnAddress back;

  SignIn(String sessionCookie, ReturnAddress back) {
    this.sessionCookie = sessionCookie;
    this.back = back;
  }

  @Override
  public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException why) {
    var request = exchange.getRequest();
    if (request.getHeaders().getAccept().contains(MediaType.TEXT_EVENT_STREAM)) {
      return bye(exchange);
    }
    if (request.getHeaders().containsHeader("HX-Request")) {
      return redirectPage(exchange, request);
    }
    if (request.getCookies().containsKey(sessionCookie)) {
      return redirect(exchange, Why.EXPIRED.address() + back(ReturnAddress.path(request)));
    }
    back.remember(exchange);
    return redirect(exchange, ConsoleLogin.START);
  }

  Mono<Void> failed(WebFilterExchange filter, AuthenticationException failure) {
    LOG.warn("A login did not work: {}", failure.toString());
    return redirect(filter.getExchange(), reason(failure).address());
  }

  static Mono<Void> redirect(ServerWebExchange exchange, String target) {
    exchange.getResponse().setStatusCode(HttpStatus.FOUND);
    exchange.getResponse().getHeaders().setLocation(URI.create(target));
    return exchange.getResponse().setComplete();
  }

  private static Why reason(AuthenticationException failure) {
    if (!(failure instanceof OAuth2AuthenticationException oauth)) {
      return Why.FAILED;
    }
    return switch (oauth.getError().getErrorCode()) {
      case "access_denied" -> Why.DENIED;
      case "authorization_request_not_found", "invalid_state_parameter" -> Why.EXPIRED;
      case "temporarily_unavailable", "server_error", "invalid_token_response" -> Why.AWAY;
      default -> Why.FAILED;
    };
  }

  private static Mono<Void> bye(ServerWebExchange exchange) {
    var response = exchange.getResponse();
    response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
    var bytes = BYE.getBytes(StandardCharsets.UTF_8);
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
  }

  /** A fragment cannot hold a login: htmx is told to leave the page. */
  private static Mono<Void> redirectPage(ServerWebExchange exchange, ServerHttpRequest request) {
    var response = exchange.getResponse();
    response.setStatusCode(HttpStatus.UNAUTHORIZED);
    response.getHeaders().set("HX-Redirect", Why.EXPIRED.address() + back(currentPage(request)));
    return response.setComplete();
  }

  private static @Nullable String currentPage(ServerHttpRequest request) {
    var current = request.getHeaders().getFirst("HX-Current-URL");
    if (current == null) {
      return null;
    }
    try {
      var uri = URI.create(current);
      return uri.getRawQuery() == null
          ? uri.getRawPath()
          : uri.getRawPath() + "?" + uri.getRawQuery();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String back(@Nullable String path) {
    return path == null ? "" : "&back=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }
}
