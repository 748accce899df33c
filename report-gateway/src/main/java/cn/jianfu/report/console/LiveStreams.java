package cn.jianfu.report.console;

import cn.jianfu.report.stream.Newest;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Carries events to one open page, until its user is somebody else or the service stops. */
@Component
class LiveStreams {

  /** How many events a slow page may be behind; then it starts anew with a snapshot. */
  private static final int BEHIND = 512;

  private static final Duration RECONNECT_AFTER = Duration.ofSeconds(2);

  private static final ServerSentEvent<String> BYE =
      ServerSentEvent.builder("expired").event("bye").build();

  private final SessionsInMongo sessions;
  private final Duration beat;
  private final Sinks.Empty<Void> closing = Sinks.empty();

  /**
   * @param beat how often a sign of life is sent, so that proxies keep the connection; the session
   *     is looked at as often
   */
  LiveStreams(SessionsInMongo sessions, @Value("${jianfu.console.live.beat:15s}") Duration beat) {
    this.sessions = sessions;
    this.beat = beat;
  }

  /** Open streams would hold back a graceful stop. */
  @EventListener(ContextClosedEvent.class)
  void stop() {
    closing.tryEmitEmpty();
  }

  Flux<ServerSentEvent<String>> stream(
      ServerWebExchange exchange,
      ConsoleUser user,
      Flux<LiveEvent> snapshot,
      Flux<LiveEvent> live) {
    exchange.getResponse().getHeaders().set("X-Accel-Buffering", "no");
    var events =
        Newest.of(snapshot, live.onBackpressureBuffer(BEHIND), LiveEvent::subject)
            .filter(event -> user.scope().mayHear(event.town()))
            .map(LiveEvent::message);
    return exchange
        .getSession()
        .flatMapMany(session -> Flux.merge(events, beats(session, user)))
        .startWith(ServerSentEvent.<String>builder().comment("").retry(RECONNECT_AFTER).build())
        .takeUntil(message -> "bye".equals(message.event()))
        .onErrorComplete()
        .takeUntilOther(closing.asMono());
  }

  private Flux<ServerSentEvent<String>> beats(WebSession session, ConsoleUser user) {
    return Flux.interval(beat).onBackpressureDrop().concatMap(tick -> beat(session, user));
  }

  private Mono<ServerSentEvent<String>> beat(WebSession session, ConsoleUser user) {
    return sessions
        .find(session.getId())
        .filter(found -> isStill(found, user))
        .map(found -> ServerSentEvent.<String>builder().comment("").build())
        .defaultIfEmpty(BYE);
  }

  private static boolean isStill(WebSession session, ConsoleUser user) {
    var login = UserInSession.read(session);
    return login != null && ConsoleUsers.of(login).equals(user);
  }
}
