package cn.jianfu.identity.drain;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Holds back the end of an issuer that has just said that it is not ready any more. Until load
 * balancers have seen that, everything is answered as before, and each answer ends its connection.
 */
@Component
final class Drain implements Filter, ApplicationListener<ContextClosedEvent>, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

  private final ApplicationContext issuer;
  private final Duration lasts;
  private volatile boolean begun;

  /**
   * @param lasts how long; the name is the one that the other services know
   */
  Drain(ApplicationContext issuer, @Value("${jianfu.web.drain:0s}") Duration lasts) {
    this.issuer = issuer;
    this.lasts = lasts;
  }

  /** Before any other listener ends anything, and before any other filter answers. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  /** Spring Boot has said that the issuer is not ready, and stops nothing until this returns. */
  @Override
  public void onApplicationEvent(ContextClosedEvent closed) {
    // The context of health, which is below this one, tells it of its end too.
    if (!closed.getApplicationContext().equals(issuer)) {
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
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (begun && response instanceof HttpServletResponse answer) {
      answer.setHeader("Connection", "close");
    }
    chain.doFilter(request, response);
  }
}
