package cn.jianfu.report.console;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Leads people back to the page that they wanted before the login. It is kept in a cookie: a
 * session for everybody who is not logged in would fill the store.
 */
final class ReturnAddress implements ServerAuthenticationSuccessHandler {

  private static final String COOKIE = "JIANFU_BACK";
  private static final Duration WITHIN = Duration.ofMinutes(10);

  /** Only an address of this console: a link must not lead to another site. */
  private static final Pattern LOCAL =
      Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,2000}");

  private final boolean secure;

  ReturnAddress(boolean secure) {
    this.secure = secure;
  }

  void remember(ServerWebExchange exchange) {
    if (HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
      exchange.getResponse().addCookie(cookie(path(exchange.getRequest()), WITHIN));
    }
  }

  @Override
  public Mono<Void> onAuthenticationSuccess(WebFilterExchange filter, Authentication user) {
    var exchange = filter.getExchange();
    var kept = exchange.getRequest().getCookies().getFirst(COOKIE);
    exchange.getResponse().addCookie(cookie("", Duration.ZERO));
    return SignIn.redirect(exchange, kept == null ? "/" : local(decoded(kept.getValue())));
  }

  static String local(@Nullable String address) {
    return address != null && LOCAL.matcher(address).matches() ? address : "/";
  }

  static String path(ServerHttpRequest request) {
    var uri = request.getURI();
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static @Nullable String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private ResponseCookie cookie(String path, Duration age) {
    return ResponseCookie.from(COOKIE, URLEncoder.encode(path, StandardCharsets.UTF_8))
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .maxAge(age)
        .build();
  }
}
