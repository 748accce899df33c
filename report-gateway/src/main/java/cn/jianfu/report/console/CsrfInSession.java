package cn.jianfu.report.console;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Keeps the token against forged requests in the session, as plain text that the store can hold.
 */
final class CsrfInSession implements ServerCsrfTokenRepository {

  static final String HEADER = "X-CSRF-TOKEN";
  static final String PARAMETER = "_csrf";

  private static final String ATTRIBUTE = "csrf";

  private final RandomKeys random;

  CsrfInSession(RandomKeys random) {
    this.random = random;
  }

  @Override
  public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
    return Mono.fromSupplier(() -> token(random.next()));
  }

  @Override
  public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
    return exchange
        .getSession()
        .doOnNext(session -> {
          if (token == null) {
            session.getAttributes().remove(ATTRIBUTE);
          } else {
            session.getAttributes().put(ATTRIBUTE, token.getToken());
          }
        })
        .then();
  }

  @Override
  public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
    return exchange
        .getSession()
        .filter(session -> session.getAttributes().containsKey(ATTRIBUTE))
        .map(session -> token(session.getRequiredAttribute(ATTRIBUTE)));
  }

  private static CsrfToken token(String value) {
    return new DefaultCsrfToken(HEADER, PARAMETER, value);
  }
}
