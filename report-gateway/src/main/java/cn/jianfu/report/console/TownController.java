package cn.jianfu.report.console;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A town: its score and what it is made of, its metrics, findings, groups and trend. */
@Controller
class TownController {

  /** Asks for a past day as it was shown, and not as it is known now. */
  private static final String THEN = "then";

  private final ConsoleSource source;

  TownController(ConsoleSource source) {
    this.source = source;
  }

  @GetMapping("/towns/{code}")
  Mono<Rendering> town(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String shown,
      ServerWebExchange exchange) {
    return visible(code, exchange)
        .flatMap(user -> page(code, AsOf.read(asOf), THEN.equals(shown)))
        .zipWith(source.groups(code, GroupQuery.firstOn(AsOf.read(asOf))))
        .map(found ->
            Rendering.view("town")
                .modelAttribute("page", found.getT1())
                .modelAttribute("groups", found.getT2())
                .build())
        .switchIfEmpty(NotFound.here());
  }

  /** What was shown then, where that is asked for and was kept; else what is known now. */
  private Mono<TownPage> page(String code, @Nullable LocalDate asOf, boolean then) {
    return asOf != null && then
        ? source.townShown(code, asOf).switchIfEmpty(source.townPage(code, asOf))
        : source.townPage(code, asOf);
  }

  /** What has changed on an open page: each part replaces itself. */
  @GetMapping("/towns/{code}/live")
  Mono<Rendering> live(@PathVariable String code, ServerWebExchange exchange) {
    return visible(code, exchange)
        .flatMap(user -> source.townPage(code, null))
        .map(page -> Rendering.view("town-live").modelAttribute("page", page).build())
        .switchIfEmpty(NotFound.here());
  }

  @GetMapping("/towns/{code}/groups")
  Mono<Rendering> groups(
      @PathVariable String code,
      @RequestParam MultiValueMap<String, String> asked,
      ServerWebExchange exchange) {
    return visible(code, exchange)
        .flatMap(user -> source.groups(code, GroupQuery.of(asked)))
        .map(groups ->
            Rendering.view("town-parts :: groups").modelAttribute("groups", groups).build())
        .switchIfEmpty(NotFound.here());
  }

  @GetMapping("/towns/{code}/load")
  Mono<Rendering> load(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable String asOf,
      ServerWebExchange exchange) {
    return visible(code, exchange)
        .flatMap(user -> source.load(code, AsOf.read(asOf)))
        .map(page -> Rendering.view("load").modelAttribute("page", page).build())
        .switchIfEmpty(NotFound.here());
  }

  private static Mono<ConsoleUser> visible(String code, ServerWebExchange exchange) {
    return ConsoleUsers.of(exchange).filter(user -> user.scope().covers(code));
  }
}
