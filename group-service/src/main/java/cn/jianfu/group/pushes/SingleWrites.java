package cn.jianfu.group.pushes;

import cn.jianfu.group.reference.Reference;
import cn.jianfu.web.intake.IntakeAnswer;
import cn.jianfu.web.problem.ProblemWriter;
import cn.jianfu.web.security.Caller;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Counts what a town's system writes with a request of its own, as what it pushes as events is
 * counted: under its account, because such a request names no source. What people write is no push.
 * What was taken counts as accepted, whether or not it said anything new.
 */
final class SingleWrites implements WebFilter, Ordered {

  private static final Set<HttpMethod> WRITING =
      Set.of(HttpMethod.PUT, HttpMethod.POST, HttpMethod.DELETE);
  private static final Pattern OF_A_UNIT =
      Pattern.compile("/api/v1/(groups|staff|secrecy|self-checks)/");
  private static final Pattern UNIT = Pattern.compile("/([0-9]{12})(?=/|$)");
  private static final String SYSTEM = "town-system";
  private static final Set<String> YES = Set.of("true", "on", "yes", "1");

  private final PushCounter pushes;
  private final Reference reference;
  private final ProblemWriter problems;

  SingleWrites(PushCounter pushes, Reference reference, ProblemWriter problems) {
    this.pushes = pushes;
    this.reference = reference;
    this.problems = problems;
  }

  /** After all that may answer by itself, so that who calls is known. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return writes(exchange.getRequest())
        ? Caller.current()
            .map(Optional::of)
            .onErrorResume(_ -> Mono.just(Optional.empty()))
            .flatMap(caller ->
                caller
                    .filter(it -> it.has(SYSTEM))
                    .map(it -> counted(it, exchange, chain))
                    .orElseGet(() -> chain.filter(exchange)))
        : chain.filter(exchange);
  }

  private static boolean writes(ServerHttpRequest request) {
    return WRITING.contains(request.getMethod())
        && OF_A_UNIT.matcher(request.getPath().value()).lookingAt()
        && !isTrial(request.getQueryParams().getFirst("dryRun"));
  }

  /** In the words in which the addresses themselves take it. */
  private static boolean isTrial(@Nullable String dryRun) {
    return dryRun != null && YES.contains(dryRun.strip().toLowerCase(Locale.ROOT));
  }

  private Mono<Void> counted(Caller caller, ServerWebExchange exchange, WebFilterChain chain) {
    String unit = unitOf(exchange.getRequest(), caller);
    SingleWrite write = new SingleWrite(caller.issuer() + "#" + caller.subject(), exchange);
    return chain
        .filter(exchange)
        .doOnSuccess(_ -> pushes.count(unit, write.source(), write, IntakeAnswer.accepted()))
        .doOnError(failure ->
            pushes.count(
                unit, write.source(), write, IntakeAnswer.declined(problems.problemOf(failure))));
  }

  /** The unit that the request writes for, or the caller's, if it may not write for that. */
  private String unitOf(ServerHttpRequest request, Caller caller) {
    return UNIT.matcher(request.getPath().value())
        .results()
        .map(it -> it.group(1))
        .findFirst()
        .filter(unit -> reference.data().within(unit, caller.unit()))
        .orElseGet(caller::unit);
  }
}
