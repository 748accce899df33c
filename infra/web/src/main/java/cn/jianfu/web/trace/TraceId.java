package cn.jianfu.web.trace;

import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a client can tell us, so that we find the entry in the log, and the trace if there is one.
 */
public final class TraceId {

  /** Its name in every line of the log, as Spring Boot has it. */
  public static final String IN_LOG = "traceId";

  private static final String ATTRIBUTE = TraceId.class.getName();
  private static final Pattern TRACE_PARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

  private TraceId() {}

  /** Our trace of the request, or the one that the caller names, or the id of the request. */
  public static String of(ServerWebExchange exchange) {
    return exchange.getAttribute(ATTRIBUTE) instanceof String ours
        ? ours
        : told(exchange.getRequest());
  }

  static void set(ServerWebExchange exchange, String traceId) {
    exchange.getAttributes().put(ATTRIBUTE, traceId);
  }

  private static String told(ServerHttpRequest request) {
    var parent = request.getHeaders().getFirst(Traces.TRACEPARENT);
    if (parent != null) {
      var trace = TRACE_PARENT.matcher(parent);
      if (trace.matches()) {
        return trace.group(1);
      }
    }
    return request.getId();
  }
}
