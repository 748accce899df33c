package cn.jianfu.report.console;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A register's entry and a group of a platform are one: say so, or undo it. */
@Controller
class JoinController {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{1,60}");
  private static final Pattern GROUP = Pattern.compile("[0-9]{12}/[A-Z_]{1,20}/[^\\s/]{1,1200}");

  private final JoinSource source;
  private final UserTokens tokens;

  JoinController(JoinSource source, UserTokens tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  @GetMapping("/groups/join")
  Mono<Rendering> look(@RequestParam String id, ServerWebExchange exchange) {
    return visit(exchange)
        .flatMap(visit -> source.page(visit, id))
        .map(page -> view(page, HttpStatus.OK))
        .switchIfEmpty(NotFound.here());
  }

  @PostMapping("/groups/join")
  Mono<Rendering> join(@RequestParam String id, ServerWebExchange exchange) {
    return said(
        exchange,
        (visit, form) -> source.say(visit, id, sent(form, "into", GROUP), sent(form, "key", KEY)));
  }

  @PostMapping("/groups/separation")
  Mono<Rendering> separate(@RequestParam String id, ServerWebExchange exchange) {
    return said(exchange, (visit, form) -> source.say(visit, id, null, sent(form, "key", KEY)));
  }

  /** Something that somebody says who may decide. */
  private interface Saying {
    Mono<JoinPage> of(RegisterVisit visit, MultiValueMap<String, String> form);
  }

  private Mono<Rendering> said(ServerWebExchange exchange, Saying saying) {
    return visit(exchange)
        .zipWith(exchange.getFormData())
        .flatMap(both -> saying.of(both.getT1(), both.getT2()))
        .map(page -> view(page, Objects.requireNonNull(page.said(), "was said").status()))
        .switchIfEmpty(NotFound.here());
  }

  private static String sent(MultiValueMap<String, String> form, String name, Pattern pattern) {
    @Nullable String text = form.getFirst(name);
    if (text == null || !pattern.matcher(text).matches()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return text;
  }

  private static Rendering view(JoinPage page, HttpStatusCode status) {
    return Rendering.view("join").modelAttribute("page", page).status(status).build();
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
