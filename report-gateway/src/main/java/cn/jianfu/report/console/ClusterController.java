package cn.jianfu.report.console;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Groups that could become one. Working out a merge changes nothing, so that it is a link. */
@Controller
class ClusterController {

  private final ConsoleSource source;
  private final UserTokens tokens;

  ClusterController(ConsoleSource source, UserTokens tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  @GetMapping("/towns/{code}/clusters")
  Mono<Rendering> clusters(
      @PathVariable String code,
      @RequestParam MultiValueMap<String, String> asked,
      ServerWebExchange exchange) {
    return ConsoleUsers.of(exchange)
        .filter(user -> user.scope().covers(code))
        .flatMap(user -> tokens.of(exchange))
        .flatMap(token ->
            source.clusters(
                ClusterQuery.of(code, asked), token.orElse(null), ConsoleLocale.of(exchange)))
        .map(page -> Rendering.view("clusters").modelAttribute("page", page).build())
        .switchIfEmpty(NotFound.here());
  }
}
