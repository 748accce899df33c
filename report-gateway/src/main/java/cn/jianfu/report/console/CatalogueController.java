package cn.jianfu.report.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Pages to look things up: metrics with their formulas, the rule set, what arrives. */
@Controller
class CatalogueController {

  private final ConsoleSource source;

  CatalogueController(ConsoleSource source) {
    this.source = source;
  }

  @GetMapping("/metrics")
  Mono<Rendering> metrics() {
    return source
        .metrics()
        .map(metrics -> Rendering.view("metrics").modelAttribute("metrics", metrics).build());
  }

  @GetMapping("/rules")
  Mono<Rendering> rules(@RequestParam(required = false) @Nullable Integer version) {
    return source
        .ruleSet(version)
        .map(page -> Rendering.view("rules").modelAttribute("page", page).build())
        .switchIfEmpty(Mono.fromSupplier(() -> Rendering.view("rules-none").build()));
  }

  @GetMapping("/ingest")
  Mono<Rendering> ingest(ServerWebExchange exchange) {
    return ConsoleUsers.of(exchange)
        .flatMap(user -> source.ingest(user.scope()))
        .map(page -> Rendering.view("ingest").modelAttribute("page", page).build());
  }
}
