package cn.jianfu.report.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What another number of the rule set would do. A trial changes nothing, so that it is a link. */
@Controller
class TrialController {

  private final ConsoleSource source;
  private final UserTokens tokens;

  TrialController(ConsoleSource source, UserTokens tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  @GetMapping("/rules/trial")
  Mono<Rendering> trial(
      @RequestParam(required = false) @Nullable String key,
      @RequestParam(required = false) @Nullable String value,
      ServerWebExchange exchange) {
    TrialForm form = TrialForm.of(key, value);
    return Mono.zip(ConsoleUsers.of(exchange), tokens.of(exchange))
        .flatMap(both ->
            source.trial(
                both.getT1().scope(), form, both.getT2().orElse(null), ConsoleLocale.of(exchange)))
        .map(page -> Rendering.view("rule-trial").modelAttribute("page", page).build())
        .switchIfEmpty(Mono.fromSupplier(() -> Rendering.view("rules-none").build()));
  }
}
