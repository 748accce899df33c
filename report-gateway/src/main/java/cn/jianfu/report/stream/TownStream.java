package cn.jianfu.report.stream;

import cn.jianfu.report.compliance.TownAnnouncement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** The announcements of all instances, each once, for any number of listeners. */
public final class TownStream {

  private final Sinks.Many<TownAnnouncement> hub = Sinks.many().multicast().directBestEffort();
  private final Map<String, Long> told = new ConcurrentHashMap<>();
  private final Sinks.Empty<Void> end = Sinks.empty();

  /** Every view that is written from now on, until the service stops. */
  public Flux<TownAnnouncement> announcements() {
    return hub.asFlux().takeUntilOther(end.asMono());
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
