package cn.jianfu.report.stream;

import cn.jianfu.report.compliance.TownAnnouncement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The announcements of all instances, each once, for any number of listeners. */
public final class TownStream {

  private final Sinks.Many<TownAnnouncement> hub = Sinks.many().multicast().directBestEffort();
  private final Map<String, Long> told = new ConcurrentHashMap<>();
  private final Sinks.Empty<Void> end = Sinks.empty();
  private final InstantSource tokenTime;

  /**
   * @param tokenTime the real time, also where the district has another
   */
  TownStream(InstantSource tokenTime) {
    this.tokenTime = tokenTime;
  }

  /** Every view that is written from now on, until the service stops. */
  public Flux<TownAnnouncement> announcements() {
    return hub.asFlux().takeUntilOther(end.asMono());
  }

  /** Says when a token has expired; nothing of one that never does. */
  Mono<Long> expiry(@Nullable Instant expires) {
    return expires == null
        ? Mono.never()
        : Mono.delay(Duration.between(tokenTime.instant(), expires));
  }

  /** Takes an announcement from this instance or another: the second of the two says nothing. */
  synchronized void tell(TownAnnouncement announcement) {
    Long before = told.put(announcement.town(), announcement.version());
    if (before == null || before < announcement.version()) {
      // A listener that is slow misses some and reads the town when it is told of the next.
      Sinks.EmitResult _ = hub.tryEmitNext(announcement);
    } else {
      told.put(announcement.town(), before);
    }
  }

  /** Ends every stream, so that the server can stop. */
  void end() {
    Sinks.EmitResult _ = end.tryEmitEmpty();
  }
}
