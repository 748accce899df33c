package cn.jianfu.report.console;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Says no in words: the error page knows how to show a 403. */
final class Denied implements ServerAccessDeniedHandler {

  static final String ROLE = "role";

  /** Attribute with the token that the error page's way out needs. */
  static final String LOGOUT_TOKEN = Denied.class.getName() + ".token";

  private final SignIn signIn;

  Denied(SignIn signIn) {
    this.signIn = signIn;
  }

  /** A token that nobody can know any more, because the session is over, is not forged. */
  @Override
  public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
    return exchange
        .getSession()
        .map(session -> denied instanceof CsrfException && UserInSession.read(session) == null)
        .flatMap(over -> over ? signIn.commence(exchange, over()) : refuse(exchange, denied));
  }

  private static AuthenticationException over() {
    return new InsufficientAuthenticationException("the session is over");
  }

  private static Mono<Void> refuse(ServerWebExchange exchange, AccessDeniedException denied) {
    var why = denied instanceof CsrfException ? "forged" : ROLE;
    var failure = new ResponseStatusException(HttpStatus.FORBIDDEN, why, denied);
    Mono<CsrfToken> token =
        exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.<CsrfToken>empty());
    return token
        .doOnNext(csrf -> exchange.getAttributes().put(LOGOUT_TOKEN, csrf.getToken()))
        .then(Mono.error(failure));
  }
}
