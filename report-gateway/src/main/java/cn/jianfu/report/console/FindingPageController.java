package cn.jianfu.report.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A finding: why it holds, what speaks for it, and what became of it. */
@Controller
class FindingPageController {

  private final FindingPages findings;

  FindingPageController(FindingPages findings) {
    this.findings = findings;
  }

  @GetMapping("/findings/{id}")
  Mono<Rendering> finding(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String asOf,
      ServerWebExchange exchange) {
    return ConsoleUsers.of(exchange)
        .flatMap(user -> findings.finding(user, id, AsOf.read(asOf)))
        .map(page -> Rendering.view("finding-page").modelAttribute("page", page).build())
        .switchIfEmpty(NotFound.here());
  }
}
