package cn.jianfu.web.problem;

import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/** The last resort of every request of the API; pages for people have their own. */
final class ProblemExceptionHandler implements WebExceptionHandler, Ordered {

  private final ProblemWriter writer;

  ProblemExceptionHandler(ProblemWriter writer) {
    this.writer = writer;
  }

  /** Before Boot's own handler (-1). */
  @Override
  public int getOrder() {
    return -2;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    if (exchange.getResponse().isCommitted()
        || DisconnectedClientHelper.isClientDisconnectedException(failure)
        || isForPeople(exchange)) {
      return Mono.error(failure);
    }
    return writer.write(exchange, failure);
  }

  private static boolean isForPeople(ServerWebExchange exchange) {
    var path = exchange.getRequest().getPath().value();
    var accept = exchange.getRequest().getHeaders().getOrEmpty("Accept");
    return !path.startsWith("/api/")
        && accept.stream().anyMatch(value -> value.contains(MediaType.TEXT_HTML_VALUE));
  }
}
