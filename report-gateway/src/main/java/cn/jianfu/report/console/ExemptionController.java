package cn.jianfu.report.console;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Exemptions from rules: the district's administrator grants them, others look. */
@Controller
class ExemptionController {

  /** What the fields of the API are called in the form. */
  private static final Map<String, String> FIELDS = Map.of("/scopeUnit", "unit");

  private final ConsoleSource source;
  private final SaidHeader said;

  ExemptionController(ConsoleSource source, SaidHeader said) {
    this.source = source;
    this.said = said;
  }

  @GetMapping("/exemptions")
  Mono<Rendering> exemptions(
      @RequestParam MultiValueMap<String, String> asked, ServerWebExchange exchange) {
    return ConsoleUsers.of(exchange)
        .flatMap(user -> source.exemptions(user, ExemptionQuery.of(asked)))
        .map(page -> view(page, HttpStatus.OK));
  }

  @PostMapping("/exemptions")
  Mono<Rendering> change(
      @RequestParam MultiValueMap<String, String> asked, ServerWebExchange exchange) {
    return ConsoleUsers.administrator(exchange)
        .zipWith(exchange.getFormData().map(ExemptionForm::of))
        .flatMap(both ->
            change(
                both.getT1(), ExemptionQuery.of(asked), both.getT2(), ConsoleLocale.of(exchange)))
        .switchIfEmpty(NotFound.here());
  }

  private Mono<Rendering> change(
      ConsoleUser user, ExemptionQuery asked, ExemptionForm form, Locale locale) {
    var problems = form.problems();
    return problems.isEmpty()
        ? source.exempt(user, asked, form).map(reply -> told(form, reply, locale))
        : source
            .exemptions(user, asked)
            .map(page -> view(page.with(form, problems), HttpStatus.UNPROCESSABLE_CONTENT));
  }

  private Rendering told(ExemptionForm form, ReferenceReply<ExemptionsPage> reply, Locale locale) {
    return switch (reply) {
      case ReferenceReply.Taken<ExemptionsPage>(var page, boolean changed) ->
          view(page.saying(done(form, changed, locale)), HttpStatus.OK);
      case ReferenceReply.Declined<ExemptionsPage>(var page, var faults) ->
          view(
              page.with(form, ReferenceReply.problems(faults, ExemptionController::field)),
              HttpStatus.UNPROCESSABLE_CONTENT);
      case ReferenceReply.Overtaken<ExemptionsPage>(var page) ->
          view(page.declining(form, said.text("reference.overtaken", locale)), HttpStatus.CONFLICT);
      case ReferenceReply.Full<ExemptionsPage>(var page) ->
          view(
              page.declining(form, said.text("reference.full", locale)),
              HttpStatus.SERVICE_UNAVAILABLE);
    };
  }

  private static String field(String pointer) {
    return FIELDS.getOrDefault(pointer, pointer.substring(1));
  }

  private String done(ExemptionForm form, boolean changed, Locale locale) {
    return said.text(
        changed ? "exemption.done." + form.say().name() : "reference.unchanged", locale);
  }

  private static Rendering view(ExemptionsPage page, HttpStatus status) {
    return Rendering.view("exemptions").modelAttribute("page", page).status(status).build();
  }
}
