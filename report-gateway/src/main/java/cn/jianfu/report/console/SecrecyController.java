package cn.jianfu.report.console;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Secrecy: a unit makes its yearly statement and says what was found; others look on. */
@Controller
class SecrecyController {

  private final ConsoleSource source;
  private final UserTokens tokens;
  private final SaidHeader said;

  SecrecyController(ConsoleSource source, UserTokens tokens, SaidHeader said) {
    this.source = source;
    this.tokens = tokens;
    this.said = said;
  }

  @GetMapping("/secrecy")
  Mono<Rendering> secrecy(
      @RequestParam(required = false) @Nullable String unit, ServerWebExchange exchange) {
    return visit(unit, exchange)
        .flatMap(source::secrecy)
        .map(page -> view(page, HttpStatus.OK))
        .switchIfEmpty(NotFound.here());
  }

  @PostMapping("/secrecy")
  Mono<Rendering> say(
      @RequestParam(required = false) @Nullable String unit, ServerWebExchange exchange) {
    return visit(unit, exchange)
        .filter(visit -> visit.user().answersSelfChecks() || visit.user().administers())
        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)))
        .zipWith(exchange.getFormData().map(SecrecyForm::of))
        .filter(both -> maySay(both.getT1().user(), both.getT2()))
        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)))
        .flatMap(both -> say(both.getT1(), both.getT2()))
        .switchIfEmpty(NotFound.here());
  }

  /** A unit speaks for itself; the district's administration only withdraws what is wrong. */
  private static boolean maySay(ConsoleUser user, SecrecyForm form) {
    return user.answersSelfChecks() || form.say() == SecrecyForm.Say.WITHDRAW;
  }

  private Mono<Rendering> say(UnitVisit visit, SecrecyForm form) {
    var problems = form.problems();
    if (!problems.isEmpty() || form.asksFirst()) {
      var status = problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
      return source
          .secrecy(visit)
          .filter(page ->
              form.say() == SecrecyForm.Say.WITHDRAW ? page.mayWithdraw() : page.mayAnswer())
          .map(page -> view(page.with(form, problems), status));
    }
    return source.say(visit, form).map(reply -> told(form, reply, visit.language()));
  }

  private Rendering told(SecrecyForm form, SecrecyReply reply, Locale locale) {
    return switch (reply) {
      case SecrecyReply.Taken(var page) ->
          view(page.saying(said.text("secrecy.done." + form.say().name(), locale)), HttpStatus.OK);
      case SecrecyReply.Declined(var page, int status, var sentence) ->
          view(page.declining(form, sentence), HttpStatusCode.valueOf(status));
      case SecrecyReply.Confirmed(var page) ->
          view(
              page.declining(form, said.text("secrecy.withdraw.confirmed", locale)),
              HttpStatus.CONFLICT);
      case SecrecyReply.Unheard(var page, var why) ->
          view(
              page.declining(form, said.text("secrecy.unheard." + why, locale)),
              HttpStatus.SERVICE_UNAVAILABLE);
    };
  }

  private static Rendering view(SecrecyPage page, HttpStatusCode status) {
    return Rendering.view("secrecy").modelAttribute("page", page).status(status).build();
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
}
