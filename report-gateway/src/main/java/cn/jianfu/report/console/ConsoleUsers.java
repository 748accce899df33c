package cn.jianfu.report.console;

import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads the console's user from what the login left. */
final class ConsoleUsers {

  private ConsoleUsers() {}

  static Mono<ConsoleUser> of(ServerWebExchange exchange) {
    return exchange.getPrincipal().filter(p -> isUser(p)).map(p -> of((Authentication) p));
  }

  /** Ends the request with 403 for everybody who does not change reference data. */
  static Mono<ConsoleUser> administrator(ServerWebExchange exchange) {
    return of(exchange)
        .filter(ConsoleUser::administers)
        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)));
  }

  private static boolean isUser(Principal principal) {
    return principal instanceof Authentication login && login.getPrincipal() instanceof OidcUser;
  }

  static ConsoleUser of(Authentication login) {
    return of((OidcUser) Objects.requireNonNull(login.getPrincipal()));
  }

  static ConsoleUser of(OidcUser user) {
    List<String> roles = user.getClaimAsStringList("roles");
    var subject = Objects.toString(user.getSubject(), "");
    var name = user.getFullName();
    var unit = user.getClaimAsString("unit");
    return new ConsoleUser(
        Objects.toString(user.getIssuer(), ""),
        subject,
        name == null ? subject : name,
        unit == null ? "" : unit,
        roles == null ? new HashSet<>() : new HashSet<>(roles));
  }
}
