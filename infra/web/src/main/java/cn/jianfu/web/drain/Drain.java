package cn.jianfu.web.drain;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Holds back the end of a service that has just said that it is not ready any more. Until load
 * balancers have seen that, everything is answered as before, and each answer ends its connection,
 * so that none is cut while a request is on its way.
 */
final class Drain implements WebFilter, ApplicationListener<ContextClosedEvent>, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

  private final ApplicationContext service;
  private final Duration lasts;
  private volatile boolean begun;

  Drain(ApplicationContext service, Duration lasts) {
    this.service = service;
    this.lasts = lasts;
  }

  /** Before any other listener ends streams, and before any other filter answers. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  /** Spring Boot has said that the service is not ready, and stops nothing until this returns. */
  @Override
  public void onApplicationEvent(ContextClosedEvent closed) {
    // Contexts below this one, that of health for example, tell it of their end too.
    if (!closed.getApplicationContext().equals(service)) {
      return;
    }
    begun = true;
    if (lasts.isPositive()) {
      LOG.info("Not ready any more; still answering for {}", lasts);
      await();
    }
  }

  private void await() {
    try {
      TimeUnit.NANOSECONDS.sleep(lasts.toNanos());
    } catch (InterruptedException stopNow) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpResponse response = exchange.getResponse();
    response.beforeCommit(() -> leave(response));
    return chain.filter(exchange);
  }

  /** Asked when the answer begins, so that it holds for requests that came before the end, too. */
  private Mono<Void> leave(ServerHttpResponse response) {
    if (begun) {
      response.getHeaders().setConnection("close");
    }
    return Mono.empty();
  }
}
