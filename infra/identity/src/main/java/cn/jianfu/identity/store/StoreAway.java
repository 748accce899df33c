package cn.jianfu.identity.store;

import com.mongodb.MongoException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Around everything, also the security filters: a store that is away is 503 and not a failure. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class StoreAway extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(StoreAway.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException problem) {
      if (response.isCommitted() || !isTheStores(problem)) {
        throw problem;
      }
      LOG.error("the store did not do what it was asked: {}", problem.getMessage());
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private static boolean isTheStores(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof MongoException) {
        return true;
      }
    }
    return false;
  }
}
