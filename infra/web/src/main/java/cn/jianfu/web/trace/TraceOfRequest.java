package cn.jianfu.web.trace;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Hands the trace of a request on to what it writes: stored beside the events, it is continued by
 * those who hear them. Of a request that is not sampled nothing is stored.
 */
final class TraceOfRequest implements WebFilter, Ordered {

  /** Before those that may answer by themselves. */
  @Override
  public int getOrder() {
    return -300;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return Mono.deferContextual(view -> {
      TraceContext trace = traceOf(view);
      if (trace == null) {
        return chain.filter(exchange);
      }
      TraceId.set(exchange, trace.traceId());
      return Boolean.TRUE.equals(trace.sampled())
          ? chain
              .filter(exchange)
              .contextWrite(context -> context.put(Traces.TRACEPARENT, traceparent(trace)))
          : chain.filter(exchange);
    });
  }

  private static @Nullable TraceContext traceOf(ContextView view) {
    Observation request = view.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
    TracingContext tracing =
        request == null ? null : request.getContextView().get(TracingContext.class);
    Span span = tracing == null ? null : tracing.getSpan();
    return span == null ? null : span.context();
  }

  private static String traceparent(TraceContext trace) {
    return "00-" + trace.traceId() + "-" + trace.spanId() + "-01";
  }
}
