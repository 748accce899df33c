package cn.jianfu.report.console;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/** Removes expired sessions from time to time; every instance may do it. */
class SessionSweep {

  private static final Logger LOG = LoggerFactory.getLogger(SessionSweep.class);

  private final SessionsInMongo sessions;

  SessionSweep(SessionsInMongo sessions) {
    this.sessions = sessions;
  }

  @Scheduled(
      initialDelayString = "${jianfu.console.session.sweep:5m}",
      fixedDelayString = "${jianfu.console.session.sweep:5m}")
  Mono<Long> sweep() {
    return sessions.sweep().onErrorResume(SessionSweep::later);
  }

  private static Mono<Long> later(Throwable failure) {
    LOG.warn("Expired sessions are removed at the next sweep: {}", failure.toString());
    return Mono.empty();
  }
}
