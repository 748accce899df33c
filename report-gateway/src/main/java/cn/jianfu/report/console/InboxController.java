package cn.jianfu.report.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the visitor has to do today; it is done on other pages. */
@Controller
class InboxController {

  private final InboxSource source;
  private final UserTokens tokens;

  InboxController(InboxSource source, UserTokens tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  @GetMapping("/inbox")
  Mono<Rendering> inbox(ServerWebExchange exchange) {
    return ConsoleUsers.of(exchange)
        .zipWith(tokens.of(exchange))
        .map(both ->
            new UnitVisit(
                both.getT1(),
                both.getT1().unit(),
                both.getT2().orElse(null),
                ConsoleLocale.of(exchange)))
        .flatMap(source::inbox)
        .map(page -> Rendering.view("inbox").modelAttribute("page", page).build());
  }
}
