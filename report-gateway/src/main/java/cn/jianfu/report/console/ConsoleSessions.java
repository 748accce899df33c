package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.WebSessionManager;

/** Sessions with a cookie of our own name, kept in the store and swept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionProperties.class)
@EnableScheduling
class ConsoleSessions {

  private static final int ID_BYTES = 32;

  @Bean
  SessionsInMongo sessionsInMongo(
      MongoDatabase database, SessionProperties limits, DistrictClock clock) {
    var random = new SecureRandom();
    return new SessionsInMongo(
        database.getCollection("console-sessions"),
        limits,
        clock,
        () -> {
          var bytes = new byte[ID_BYTES];
          random.nextBytes(bytes);
          return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        });
  }

  @Bean
  WebSessionManager webSessionManager(SessionsInMongo sessions, SessionProperties limits) {
    var cookie = new CookieWebSessionIdResolver();
    cookie.setCookieName(limits.cookie());
    cookie.addCookieInitializer(
        it -> it.httpOnly(true).sameSite("Lax").secure(limits.secureCookie()).path("/"));
    var manager = new DefaultWebSessionManager();
    manager.setSessionIdResolver(cookie);
    manager.setSessionStore(sessions);
    return manager;
  }

  @Bean
  SessionSweep sessionSweep(SessionsInMongo sessions) {
    return new SessionSweep(sessions);
  }
}
