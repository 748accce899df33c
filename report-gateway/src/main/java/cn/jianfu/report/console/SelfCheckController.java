package cn.jianfu.report.console;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The self-check: a unit works off the list that was made for it; others look on. */
@Controller
class SelfCheckController {

  private final ConsoleSource source;
  private final UserTokens tokens;
  private final SelfCheckViews views;

  SelfCheckController(ConsoleSource source, UserTokens tokens, SelfCheckViews views) {
    this.source = source;
    this.tokens = tokens;
    this.views = views;
  }

  @GetMapping("/self-check")
  Mono<Rendering> selfCheck(
      @RequestParam(required = false) @Nullable String unit, ServerWebExchange exchange) {
    return visit(unit, exchange)
        .flatMap(source::selfCheck)
        .map(views::page)
        .switchIfEmpty(NotFound.here());
  }

  /** What an agreement to everything would decide, before it is given. */
  @GetMapping("/self-check/all")
  Mono<Rendering> ask(
      @RequestParam(required = false) @Nullable String unit, ServerWebExchange exchange) {
    return answering(unit, exchange)
        .flatMap(source::selfCheck)
        .filter(SelfCheckPage::mayAnswer)
        .map(page -> views.question(page, isPart(exchange)))
        .switchIfEmpty(NotFound.here());
  }

  @PostMapping("/self-check/all")
  Mono<Rendering> agree(
      @RequestParam(required = false) @Nullable String unit, ServerWebExchange exchange) {
    return answering(unit, exchange)
        .zipWith(exchange.getFormData())
        .flatMap(both -> source.agree(both.getT1(), String.valueOf(both.getT2().getFirst("seen"))))
        .map(agreed -> views.agreed(agreed, ConsoleLocale.of(exchange)))
        .switchIfEmpty(NotFound.here());
  }

  @PostMapping("/self-check")
  Mono<Rendering> answer(
      @RequestParam(required = false) @Nullable String unit, ServerWebExchange exchange) {
    return answering(unit, exchange)
        .zipWith(exchange.getFormData().map(SelfCheckForm::of))
        .flatMap(both -> answer(both.getT1(), both.getT2(), isPart(exchange)))
        .switchIfEmpty(NotFound.here());
  }

  private Mono<Rendering> answer(UnitVisit visit, SelfCheckForm form, boolean part) {
    if (form.problems().isEmpty()) {
      return source.answer(visit, form).flatMap(reply -> told(visit, form, reply, part));
    }
    return part
        ? Mono.just(views.invalidPart(form))
        : source.selfCheck(visit).map(page -> views.invalid(page, form));
  }

  /** A whole page is read anew, for whoever has no scripts. */
  private Mono<Rendering> told(
      UnitVisit visit, SelfCheckForm form, SelfCheckReply reply, boolean part) {
    return part
        ? Mono.just(views.part(visit, form, reply))
        : source.selfCheck(visit).map(page -> views.page(page, form, reply, visit.language()));
  }

  private Mono<UnitVisit> answering(@Nullable String unit, ServerWebExchange exchange) {
    return visit(unit, exchange)
        .filter(visit -> visit.user().answersSelfChecks())
        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)));
  }

  /** At one's own unit when no other is named. */
  private Mono<UnitVisit> visit(@Nullable String unit, ServerWebExchange exchange) {
    return ConsoleUsers.of(exchange)
        .zipWith(tokens.of(exchange))
        .map(both ->
            new UnitVisit(
                both.getT1(),
                unit == null ? both.getT1().unit() : unit,
                both.getT2().orElse(null),
                ConsoleLocale.of(exchange)));
  }

  private static boolean isPart(ServerWebExchange exchange) {
    return exchange.getRequest().getHeaders().containsHeader("HX-Request");
  }
}
