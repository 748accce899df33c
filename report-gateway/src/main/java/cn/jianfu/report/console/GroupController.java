package cn.jianfu.report.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A work group; its id holds slashes, so that it travels as a parameter. */
@Controller
class GroupController {

  private final ConsoleSource source;
  private final UserTokens tokens;

  GroupController(ConsoleSource source, UserTokens tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  @GetMapping("/groups")
  Mono<Rendering> group(@RequestParam String id, ServerWebExchange exchange) {
    return ConsoleUsers.of(exchange)
        .zipWith(tokens.of(exchange))
        .flatMap(both -> source.group(both.getT1().scope(), id, both.getT2().orElse(null)))
        .map(page -> Rendering.view("group").modelAttribute("page", page).build())
        .switchIfEmpty(NotFound.here());
  }
}
