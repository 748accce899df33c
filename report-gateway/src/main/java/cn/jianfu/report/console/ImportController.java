package cn.jianfu.report.console;

import cn.jianfu.report.group.ImportTold;
import java.util.regex.Pattern;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A register of a spreadsheet: check it, import it, take it back. */
@Controller
class ImportController {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,60}");

  private static final String BESIDE = "/register/import/";

  private final ImportSource source;
  private final UserTokens tokens;
  private final RandomKeys random;

  ImportController(ImportSource source, UserTokens tokens, RandomKeys random) {
    this.source = source;
    this.tokens = tokens;
    this.random = random;
  }

  @GetMapping("/register/import")
  Mono<Rendering> form(ServerWebExchange exchange) {
    return visit(exchange)
        .flatMap(source::latest)
        .map(past ->
            Rendering.view("import")
                .modelAttribute("page", ImportPage.empty(random.next()))
                .modelAttribute("past", past)
                .build());
  }

  @PostMapping("/register/import")
  Mono<Rendering> send(ServerWebExchange exchange) {
    return visit(exchange)
        .zipWhen(_ -> exchange.getMultipartData().flatMap(ImportParts::read))
        .flatMap(both -> sent(both.getT1(), both.getT2(), exchange))
        .onErrorResume(
            DataBufferLimitException.class,
            _ ->
                Mono.just(
                    view(
                        ImportPage.empty(random.next()).failing("import.too-large", null),
                        HttpStatus.CONTENT_TOO_LARGE,
                        isPart(exchange))));
  }

  private Mono<Rendering> sent(RegisterVisit visit, ImportForm sent, ServerWebExchange exchange) {
    ImportForm form = sent.withoutAnswersToAnother();
    ImportPage page = ImportPage.of(form, !form.equals(sent));
    return form.hasFile()
        ? source
            .send(visit, form.bytes(), form.wish(), form.repeatable())
            .map(told ->
                told instanceof ImportTold.Known(var it) && it.report().applied()
                    ? to(BESIDE + it.id(), exchange)
                    : view(page, told, isPart(exchange)))
        : Mono.just(
            view(
                page.failing("import.no-file", null),
                HttpStatus.UNPROCESSABLE_CONTENT,
                isPart(exchange)));
  }

  /** A register that was imported, to be looked at again or taken back. */
  @GetMapping("/register/import/{id}")
  Mono<Rendering> look(@PathVariable String id, ServerWebExchange exchange) {
    return visit(exchange)
        .flatMap(visit -> source.read(visit, known(id)))
        .map(told -> view(ImportPage.empty(random.next()), told, false));
  }

  /** First it is shown what would happen. */
  @PostMapping("/register/import/{id}/undo")
  Mono<Rendering> undo(@PathVariable String id, ServerWebExchange exchange) {
    return visit(exchange)
        .zipWith(exchange.getFormData())
        .flatMap(both -> {
          MultiValueMap<String, String> form = both.getT2();
          return source.undo(
              both.getT1(),
              known(id),
              !"yes".equals(form.getFirst("sure")),
              !"yes".equals(form.getFirst("some")));
        })
        .map(told -> view(ImportPage.empty(random.next()), told, false));
  }

  @GetMapping("/register/import/template.xlsx")
  Mono<ResponseEntity<byte[]>> template(ServerWebExchange exchange) {
    return visit(exchange).flatMap(source::template).map(it -> file("register.xlsx", it));
  }

  @GetMapping("/register/import/{id}/errors.xlsx")
  Mono<ResponseEntity<byte[]>> corrections(@PathVariable String id, ServerWebExchange exchange) {
    return visit(exchange)
        .flatMap(visit -> source.corrections(visit, known(id)))
        .map(it -> file("corrections.xlsx", it));
  }

  private static String known(String id) {
    if (!ID.matcher(id).matches()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return id;
  }

  private static ResponseEntity<byte[]> file(String name, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }

  private Rendering view(ImportPage page, ImportTold told, boolean part) {
    return switch (told) {
      case ImportTold.Known(var it) -> view(page.with(it), HttpStatus.OK, part);
      case ImportTold.Declined(int status, var because) ->
          view(
              page.failing("import.declined", because.sentence()),
              HttpStatusCode.valueOf(status),
              part);
      case ImportTold.Nothing(var why) ->
          view(
              page.failing("import.nothing." + why.name(), null),
              HttpStatus.SERVICE_UNAVAILABLE,
              part);
    };
  }

  /** To htmx only what is to be replaced, whatever the status. */
  private static Rendering view(ImportPage page, HttpStatusCode status, boolean part) {
    return part
        ? Rendering.view("import-parts :: result")
            .modelAttribute("page", page)
            .header("HX-Retarget", "#import-result")
            .status(status)
            .build()
        : Rendering.view("import").modelAttribute("page", page).status(status).build();
  }

  private static Rendering to(String address, ServerWebExchange exchange) {
    return isPart(exchange)
        ? Rendering.view("import-parts :: gone").header("HX-Redirect", address).build()
        : Rendering.redirectTo(address).status(HttpStatus.SEE_OTHER).build();
  }

  private static boolean isPart(ServerWebExchange exchange) {
    return exchange.getRequest().getHeaders().containsHeader("HX-Request");
  }

  private Mono<RegisterVisit> visit(ServerWebExchange exchange) {
    return ConsoleUsers.of(exchange)
        .filter(ConsoleUser::decides)
        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)))
        .zipWith(tokens.of(exchange))
        .map(both ->
            new RegisterVisit(both.getT1(), both.getT2().orElse(null), ConsoleLocale.of(exchange)));
  }
}
