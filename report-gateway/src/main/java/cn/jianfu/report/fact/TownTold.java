package cn.jianfu.report.fact;

import cn.jianfu.messaging.inbound.InboundEvent;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What events tell of a town, before its view shows it.
 *
 * @param lastAt when the town was last told of; {@link Instant#EPOCH} for what says nothing new of
 *     the town itself
 * @param oldestAt time of the oldest event
 * @param traces W3C traceparents of the requests behind them; of a rush only some
 */
public record TownTold(Instant lastAt, Instant oldestAt, Set<String> traces) {

  private static final int MOST_TRACES = 20;

  static TownTold by(InboundEvent event) {
    return new TownTold(
        FactChanges.toldAt(event),
        event.time(),
        event.trace() == null ? Set.of() : Set.of(event.trace()));
  }

  /** Both together. */
  public TownTold and(TownTold other) {
    return new TownTold(
        lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt,
        oldestAt.isBefore(other.oldestAt) ? oldestAt : other.oldestAt,
        traces.containsAll(other.traces) ? traces : some(traces, other.traces));
  }

  private static Set<String> some(Set<String> one, Set<String> other) {
    return Stream.concat(one.stream(), other.stream())
        .distinct()
        .limit(MOST_TRACES)
        .collect(Collectors.toUnmodifiableSet());
  }
}
