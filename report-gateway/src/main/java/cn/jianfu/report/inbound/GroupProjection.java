package cn.jianfu.report.inbound;

import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.report.compliance.TownWork;
import cn.jianfu.report.readside.ReadSides;
import cn.jianfu.web.trace.Traces;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Makes facts of what the group-service says: facts first, then the mark, then the offset. */
final class GroupProjection {

  /** Of one poll: a rush is seen in the metrics, and some of its traces tell what each would. */
  private static final int MOST_TRACES = 50;

  private final ReadSides readSides;
  private final TownWork work;
  private final Traces traces;
  private final InstantSource clock;

  GroupProjection(ReadSides readSides, TownWork work, Traces traces, InstantSource clock) {
    this.readSides = readSides;
    this.work = work;
    this.traces = traces;
    this.clock = clock;
  }

  Mono<Void> heard(List<InboundEvent> events) {
    Instant begun = clock.instant();
    return readSides
        .apply(events)
        .doOnNext(_ -> applied(events, begun))
        .doOnNext(work::told)
        .then();
  }

  /** A poll holds events of many requests: the trace of each gets a span of the whole poll. */
  private void applied(List<InboundEvent> events, Instant begun) {
    events.stream()
        .map(InboundEvent::trace)
        .filter(Objects::nonNull)
        .distinct()
        .limit(MOST_TRACES)
        .forEach(trace -> traces.add("facts", trace, begun, clock.instant()));
  }
}
