package cn.jianfu.web.ratelimit;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemWriter;
import cn.jianfu.web.problem.WebProblems;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import java.security.Principal;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Limits the rate of each client. A request costs one; a push costs one for each event, charged
 * after it was let in, so that a large one is paid for by waiting before the next.
 */
public final class RateLimit implements WebFilter, Ordered {

  private static final String BUCKET = RateLimit.class.getName();

  private final ClientBuckets buckets;
  private final LimitProperties limits;
  private final ProblemWriter problems;
  private final Counter limited;

  RateLimit(LimitProperties limits, ProblemWriter problems, LimitMeters meters) {
    this.buckets = new ClientBuckets(limits);
    this.limits = limits;
    this.problems = problems;
    this.limited = meters.limited("rate");
  }

  /** Lets the client of this request pay for more than the request itself. */
  public static void charge(ServerWebExchange exchange, long cost) {
    if (exchange.getAttribute(BUCKET) instanceof Bucket bucket && cost > 0) {
      bucket.consumeIgnoringRateLimits(cost);
    }
  }

  /** After authentication (-100): a client is who the token says, not where it sits. */
  @Override
  public int getOrder() {
    return -90;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!exchange.getRequest().getPath().value().startsWith("/api/")) {
      return chain.filter(exchange);
    }
    return exchange
        .getPrincipal()
        .map(Principal::getName)
        .defaultIfEmpty(addressOf(exchange))
        .flatMap(client -> limit(client, exchange, chain));
  }

  private Mono<Void> limit(String client, ServerWebExchange exchange, WebFilterChain chain) {
    var bucket = buckets.of(client);
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    announce(exchange, probe);
    if (probe.isConsumed()) {
      exchange.getAttributes().put(BUCKET, bucket);
      return chain.filter(exchange);
    }
    limited.increment();
    var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
    return problems.write(exchange, Problem.of(WebProblems.TOO_MANY_REQUESTS).retryAfter(wait));
  }

  private void announce(ServerWebExchange exchange, ConsumptionProbe probe) {
    var headers = exchange.getResponse().getHeaders();
    headers.set("RateLimit-Limit", Long.toString(limits.burst()));
    headers.set("RateLimit-Remaining", Long.toString(Math.max(0, probe.getRemainingTokens())));
    var reset = Duration.ofNanos(probe.getNanosToWaitForReset()).plusMillis(999).toSeconds();
    headers.set("RateLimit-Reset", Long.toString(reset));
  }

  private static String addressOf(ServerWebExchange exchange) {
    var address = exchange.getRequest().getRemoteAddress();
    return address == null || address.getAddress() == null
        ? "unknown"
        : "address:" + address.getAddress().getHostAddress();
  }
}
