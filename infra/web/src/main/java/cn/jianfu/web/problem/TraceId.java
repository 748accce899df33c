package cn.jianfu.web.problem;

import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What a client can tell us, so that we find the entry in the log. */
final class TraceId {

  private static final Pattern TRACE_PARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

  private TraceId() {}

  /** The trace that the request belongs to, or the id of the request. */
  static String of(ServerHttpRequest request) {
    var parent = request.getHeaders().getFirst("traceparent");
    if (parent != null) {
      var trace = TRACE_PARENT.matcher(parent);
      if (trace.matches()) {
        return trace.group(1);
      }
    }
    return request.getId();
  }
}
