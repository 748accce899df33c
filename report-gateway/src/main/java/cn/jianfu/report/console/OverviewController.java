package cn.jianfu.report.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** All towns at a glance; a town's own people are led to what they have to do. */
@Controller
class OverviewController {

  private final ConsoleSource source;

  OverviewController(ConsoleSource source) {
    this.source = source;
  }

  @GetMapping("/")
  Mono<Rendering> overview(
      @RequestParam(required = false) @Nullable String band,
      @RequestParam(defaultValue = "1") int page,
      ServerWebExchange exchange) {
    return ConsoleUsers.of(exchange).flatMap(user -> render(user.scope(), band, page));
  }

  private Mono<Rendering> render(Scope scope, @Nullable String band, int page) {
    if (!scope.wholeDistrict()) {
      return Mono.just(Rendering.redirectTo("/inbox").build());
    }
    return source
        .overview(scope, OverviewQuery.of(band, page))
        .map(found -> Rendering.view("overview").modelAttribute("page", found).build());
  }
}
