package cn.jianfu.report.console;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The workbench: finding findings, and judging one or many. */
@Controller
class FindingsController {

  private final ConsoleSource source;
  private final SaidHeader said;
  private final RandomKeys random;

  FindingsController(ConsoleSource source, SaidHeader said, RandomKeys random) {
    this.source = source;
    this.said = said;
    this.random = random;
  }

  @GetMapping("/findings")
  Mono<Rendering> findings(
      @RequestParam MultiValueMap<String, String> asked, ServerWebExchange exchange) {
    var part = exchange.getRequest().getHeaders().containsHeader("HX-Request");
    return ConsoleUsers.of(exchange)
        .flatMap(user -> source.findings(user.scope(), FindingQuery.of(asked)))
        .map(page ->
            Rendering.view(part ? "findings-parts :: results" : "findings")
                .modelAttribute("page", page)
                .header("Vary", "HX-Request")
                .build());
  }

  /** By POST, because many ids do not fit into an address. */
  @PostMapping("/findings/dialog")
  Mono<Rendering> dialog(ServerWebExchange exchange) {
    return exchange
        .getFormData()
        .map(JudgementForm::of)
        .flatMap(form ->
            speaker(exchange, form)
                .flatMap(user -> chosen(user, form))
                .map(rows -> show(form, rows)));
  }

  @PostMapping("/findings/handling")
  Mono<Rendering> handle(ServerWebExchange exchange) {
    return exchange
        .getFormData()
        .map(JudgementForm::of)
        .flatMap(form -> speaker(exchange, form).flatMap(user -> handle(user, form, exchange)));
  }

  private Mono<Rendering> handle(ConsoleUser user, JudgementForm form, ServerWebExchange exchange) {
    if (form.problem() != null) {
      return chosen(user, form).map(rows -> invalid(form, rows));
    }
    return source.judge(user, form).map(handled -> done(form, handled, exchange));
  }

  private Mono<List<FindingRow>> chosen(ConsoleUser user, JudgementForm form) {
    return source
        .findings(user.scope(), form.ids())
        .filter(rows -> !rows.isEmpty())
        .switchIfEmpty(NotFound.here());
  }

  /** Whoever may say that. */
  private static Mono<ConsoleUser> speaker(ServerWebExchange exchange, JudgementForm form) {
    return ConsoleUsers.of(exchange)
        .filter(user -> user.may(form.verdict()))
        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)));
  }

  private Rendering show(JudgementForm form, List<FindingRow> rows) {
    return Rendering.view("findings-parts :: judgement")
        .modelAttribute("form", form.fresh(random.next()))
        .modelAttribute("rows", rows)
        .build();
  }

  private static Rendering invalid(JudgementForm form, List<FindingRow> rows) {
    return Rendering.view("findings-parts :: judgement")
        .modelAttribute("form", form)
        .modelAttribute("rows", rows)
        .status(HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }

  private Rendering done(JudgementForm form, Handled handled, ServerWebExchange exchange) {
    var headers = said.of(form.verdict(), handled, ConsoleLocale.of(exchange));
    // The finding's own page fetches itself anew.
    List<FindingRow> rows = form.alone() ? List.of() : handled.rows();
    var view = Rendering.view("findings-parts :: changed").modelAttribute("rows", rows);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      view.header(header.getKey(), header.getValue());
    }
    return view.build();
  }
}
