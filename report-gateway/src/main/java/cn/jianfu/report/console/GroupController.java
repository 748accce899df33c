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

  GroupController(ConsoleSource source) {
    this.source = source;
  }

  @GetMapping("/groups")
  Mono<Rendering> group(@RequestParam String id, ServerWebExchange exchange) {
    return ConsoleUsers.of(exchange)
        .flatMap(user -> source.group(user.scope(), id))
        .map(page -> Rendering.view("group").modelAttribute("page", page).build())
        .switchIfEmpty(NotFound.here());
  }
}
