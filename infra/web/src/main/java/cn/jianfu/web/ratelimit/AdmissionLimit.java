package cn.jianfu.web.ratelimit;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.ProblemWriter;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes no more requests than can be worked on: behind it is a bounded pool of connections, and
 * what waits there unboundedly is lost for all.
 */
final class AdmissionLimit implements WebFilter, Ordered {

  private static final ProblemType BUSY = new ProblemType("web.busy", 503);
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger streams = new AtomicInteger();
  private final LimitProperties limits;
  private final ProblemWriter problems;
  private final Counter tooManyRequests;
  private final Counter tooManyStreams;

  AdmissionLimit(LimitProperties limits, ProblemWriter problems, LimitMeters meters) {
    this.limits = limits;
    this.problems = problems;
    this.tooManyRequests = meters.limited("in-flight");
    this.tooManyStreams = meters.limited("streams");
    meters.inside("request", inFlight);
    meters.inside("stream", streams);
  }

  /** Before authentication, which is work too. */
  @Override
  public int getOrder() {
    return -200;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var request = exchange.getRequest();
    if (!request.getPath().value().startsWith("/api/")) {
      return chain.filter(exchange);
    }
    return isStream(request)
        ? admit(streams, limits.streams(), tooManyStreams, exchange, chain)
        : admit(inFlight, limits.inFlight(), tooManyRequests, exchange, chain);
  }

  private Mono<Void> admit(
      AtomicInteger present,
      int most,
      Counter limited,
      ServerWebExchange exchange,
      WebFilterChain chain) {
    if (present.incrementAndGet() > most) {
      present.decrementAndGet();
      limited.increment();
      return problems.write(exchange, Problem.of(BUSY).retryAfter(A_MOMENT));
    }
    return chain.filter(exchange).doFinally(_ -> present.decrementAndGet());
  }

  private static boolean isStream(ServerHttpRequest request) {
    var accept = request.getHeaders().getFirst("Accept");
    return accept != null && accept.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
  }
}
