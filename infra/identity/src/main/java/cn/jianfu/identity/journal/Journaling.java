package cn.jianfu.identity.journal;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Writes down every call of the administration API that was meant to change something. */
@Configuration(proxyBeanMethods = false)
class Journaling implements WebMvcConfigurer, HandlerInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(Journaling.class);

  private final Journal journal;

  Journaling(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception problem) {
    String method = request.getMethod();
    if ("GET".equals(method)) {
      return;
    }
    String actor = String.valueOf(request.getRemoteUser());
    // Who called, and about whom, is for the journal: logs are read by more people.
    Object path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    LOG.info("{} {}: {}", method, path, response.getStatus());
    try {
      journal.record(actor, method, request.getRequestURI(), response.getStatus());
    } catch (MongoException away) {
      LOG.error("the line above could not be kept in the journal: {}", away.getMessage());
    }
  }
}
