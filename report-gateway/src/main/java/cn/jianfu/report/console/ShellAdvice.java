package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import java.util.Optional;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives every page its surroundings. */
@ControllerAdvice(basePackageClasses = ShellAdvice.class)
class ShellAdvice {

  private final Assets assets;
  private final ConsoleSource source;
  private final Format format;
  private final DistrictClock clock;

  ShellAdvice(Assets assets, ConsoleSource source, Format format, DistrictClock clock) {
    this.assets = assets;
    this.source = source;
    this.format = format;
    this.clock = clock;
  }

  @ModelAttribute("shell")
  Mono<Shell> shell(ServerWebExchange exchange) {
    return ConsoleUsers.of(exchange)
        .flatMap(user ->
            csrf(exchange).zipWith(district(), (csrf, in) -> shell(exchange, user, in, csrf)))
        .switchIfEmpty(Mono.fromSupplier(() -> bare(exchange)));
  }

  /** The shell of a page that needs no user. */
  Shell bare(ServerWebExchange exchange) {
    return new Shell(
        assets,
        null,
        null,
        null,
        ConsoleLocale.of(exchange),
        ReturnAddress.path(exchange.getRequest()),
        format,
        clock.now());
  }

  private Shell shell(
      ServerWebExchange exchange, ConsoleUser user, Optional<Words> district, String csrf) {
    return new Shell(
        assets,
        user,
        district.orElse(null),
        csrf,
        ConsoleLocale.of(exchange),
        ReturnAddress.path(exchange.getRequest()),
        format,
        clock.now());
  }

  private Mono<Optional<Words>> district() {
    return source.district().map(Optional::of).defaultIfEmpty(Optional.empty());
  }

  /** Asked for only when there is a user: a token needs a session. */
  private static Mono<String> csrf(ServerWebExchange exchange) {
    Mono<CsrfToken> token =
        exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.<CsrfToken>empty());
    return token.map(CsrfToken::getToken).defaultIfEmpty("");
  }
}
