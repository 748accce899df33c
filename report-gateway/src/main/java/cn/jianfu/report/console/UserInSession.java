package cn.jianfu.report.console;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Keeps the user who has logged in as plain values that the store can hold: no Java class names.
 */
final class UserInSession implements ServerSecurityContextRepository {

  private static final String ATTRIBUTE = "user";
  private static final List<String> CLAIMS = List.of("iss", "sub", "name", "unit", "roles");

  private final SessionProperties limits;

  UserInSession(SessionProperties limits) {
    this.limits = limits;
  }

  @Override
  public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
    return exchange
        .getSession()
        .flatMap(session -> context == null ? remove(session) : put(session, context));
  }

  @Override
  public Mono<SecurityContext> load(ServerWebExchange exchange) {
    return exchange.getSession().mapNotNull(UserInSession::read).map(SecurityContextImpl::new);
  }

  static @Nullable Authentication read(WebSession session) {
    Map<String, Object> kept = session.getAttribute(ATTRIBUTE);
    if (kept == null) {
      return null;
    }
    var claims = new HashMap<>(kept);
    var value = String.valueOf(claims.remove("token"));
    var issued = instant(claims.remove("issued"));
    var expires = instant(claims.remove("expires"));
    var token = new OidcIdToken(value, issued, expires, claims);
    var user = new DefaultOidcUser(AuthorityUtils.createAuthorityList(roles(claims)), token);
    return new OAuth2AuthenticationToken(user, user.getAuthorities(), ConsoleLogin.REGISTRATION);
  }

  private static Mono<Void> remove(WebSession session) {
    session.getAttributes().remove(ATTRIBUTE);
    return Mono.empty();
  }

  /** With a new id, so that an id planted before the login is worth nothing. */
  private Mono<Void> put(WebSession session, SecurityContext context) {
    var login = context.getAuthentication();
    if (login == null || !(login.getPrincipal() instanceof OidcUser user)) {
      return remove(session);
    }
    var kept = new HashMap<String, Object>();
    for (var claim : CLAIMS) {
      var value = user.getClaims().get(claim);
      if (value != null) {
        kept.put(claim, value instanceof List<?> list ? List.copyOf(list) : value.toString());
      }
    }
    kept.put("token", user.getIdToken().getTokenValue());
    kept.put("issued", Date.from(Objects.requireNonNull(user.getIssuedAt())));
    kept.put("expires", Date.from(Objects.requireNonNull(user.getExpiresAt())));
    session.getAttributes().put(ATTRIBUTE, kept);
    session.setMaxIdleTime(limits.idle());
    return session.changeSessionId();
  }

  private static Instant instant(@Nullable Object value) {
    return value instanceof Date date ? date.toInstant() : Instant.EPOCH;
  }

  private static String[] roles(Map<String, Object> claims) {
    return claims.get("roles") instanceof List<?> roles
        ? roles.stream().map(role -> "ROLE_" + role).toArray(String[]::new)
        : new String[0];
  }
}
