package cn.jianfu.report.console;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A town's register of groups: look, choose, see what would happen, decide. */
@Controller
class RegisterController {

  private final RegisterSource source;
  private final UserTokens tokens;
  private final RegisterCsv csv;

  RegisterController(RegisterSource source, UserTokens tokens, RegisterCsv csv) {
    this.source = source;
    this.tokens = tokens;
    this.csv = csv;
  }

  @GetMapping("/register")
  Mono<Rendering> register(
      @RequestParam MultiValueMap<String, String> asked, ServerWebExchange exchange) {
    return visit(exchange)
        .flatMap(visit -> source.page(visit, RegisterQuery.of(asked), RegisterForm.NONE))
        .map(page -> view("register", page, HttpStatus.OK))
        .switchIfEmpty(NotFound.here());
  }

  @GetMapping("/register.csv")
  Mono<ResponseEntity<byte[]>> table(
      @RequestParam MultiValueMap<String, String> asked, ServerWebExchange exchange) {
    return visit(exchange)
        .flatMap(visit -> source.rows(visit, RegisterQuery.of(asked)))
        .map(rows -> csv.of(rows, ConsoleLocale.of(exchange)))
        .map(text ->
            ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename("register.csv").build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8)))
        .switchIfEmpty(NotFound.here());
  }

  /** Back to the register, with what was chosen and typed. */
  @PostMapping("/register")
  Mono<Rendering> again(
      @RequestParam MultiValueMap<String, String> asked, ServerWebExchange exchange) {
    return sent(exchange, it -> source.page(it.visit(), RegisterQuery.of(asked), it.form()))
        .map(page -> view("register", page, HttpStatus.OK));
  }

  @PostMapping("/register/preview")
  Mono<Rendering> preview(
      @RequestParam MultiValueMap<String, String> asked, ServerWebExchange exchange) {
    return sent(exchange, it -> source.preview(it.visit(), RegisterQuery.of(asked), it.form()))
        .map(RegisterController::preview);
  }

  @PostMapping("/register/decisions")
  Mono<Rendering> decide(
      @RequestParam MultiValueMap<String, String> asked, ServerWebExchange exchange) {
    return sent(exchange, it -> carryOut(it, RegisterQuery.of(asked)))
        .map(reply ->
            switch (reply) {
              case RegisterReply.Incomplete(var page) -> preview(page);
              case RegisterReply.CarriedOut(var page) ->
                  view("register-result", page, status(page));
            });
  }

  private Mono<RegisterReply> carryOut(Sent it, RegisterQuery asked) {
    return it.form().key().isEmpty()
        ? Mono.error(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST))
        : source.carryOut(it.visit(), asked, it.form());
  }

  private static Rendering preview(RegisterPreview page) {
    return view(
        "register-preview",
        page,
        page.desk().wrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
  }

  private static HttpStatus status(RegisterResult page) {
    int all = page.outcomes().size();
    if (page.unheard().size() == all) {
      return HttpStatus.SERVICE_UNAVAILABLE;
    }
    return page.declined().size() == all ? HttpStatus.CONFLICT : HttpStatus.OK;
  }

  private static Rendering view(String template, Object page, HttpStatus status) {
    return Rendering.view(template).modelAttribute("page", page).status(status).build();
  }

  /** What somebody sent who may decide. */
  private record Sent(RegisterVisit visit, RegisterForm form) {}

  private <T> Mono<T> sent(ServerWebExchange exchange, Function<Sent, Mono<T>> then) {
    return visit(exchange)
        .filter(visit -> visit.user().decides())
        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)))
        .zipWith(exchange.getFormData().map(RegisterForm::of), Sent::new)
        .flatMap(then)
        .switchIfEmpty(NotFound.here());
  }

  private Mono<RegisterVisit> visit(ServerWebExchange exchange) {
    return ConsoleUsers.of(exchange)
        .zipWith(tokens.of(exchange))
        .map(both ->
            new RegisterVisit(both.getT1(), both.getT2().orElse(null), ConsoleLocale.of(exchange)));
  }
}
