package cn.jianfu.report.compliance;

import cn.jianfu.report.fact.TownTold;
import cn.jianfu.web.trace.Traces;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Measures how long what a town did is not in its view yet: from the time of the oldest event that
 * the view did not show to the view that shows it.
 */
final class ProjectionDelay {

  /** What is promised (a second), what is aimed at, and the orders of magnitude around them. */
  private static final Duration[] BOUNDS =
      Stream.of(50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 60_000, 600_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Map<String, TownTold> waiting = new ConcurrentHashMap<>();
  private final Map<String, TownTold> computing = new ConcurrentHashMap<>();
  private final Traces traces;
  private final InstantSource clock;
  private final Timer delay;

  /**
   * @param clock the one that events are stamped by, whatever day the district has
   */
  ProjectionDelay(MeterRegistry meters, Traces traces, InstantSource clock) {
    this.traces = traces;
    this.clock = clock;
    this.delay =
        Timer.builder("jianfu.projection.delay")
            .description("From an event to the view of its town that shows it")
            .serviceLevelObjectives(BOUNDS)
            .register(meters);
    Gauge.builder("jianfu.projection.waiting", this, ProjectionDelay::oldest)
        .description("For how long the oldest event waits that no view shows")
        .baseUnit("seconds")
        .strongReference(true)
        .register(meters);
  }

  /** The facts of these towns were written; their views are due. */
  void told(Map<String, TownTold> towns) {
    towns.forEach((town, told) -> waiting.merge(town, told, TownTold::and));
  }

  /** Writes the view of a town; what is told meanwhile waits for the next time. */
  Mono<Void> measured(String town, Mono<Void> writing) {
    return Mono.defer(() -> {
      TownTold told = waiting.remove(town);
      if (told == null) {
        return writing;
      }
      computing.put(town, told);
      return writing
          .doOnSuccess(_ -> shown(told))
          .doOnError(_ -> waiting.merge(town, told, TownTold::and))
          .doOnCancel(() -> waiting.merge(town, told, TownTold::and))
          .doFinally(_ -> computing.remove(town, told));
    });
  }

  private void shown(TownTold told) {
    Instant now = clock.instant();
    delay.record(Duration.between(told.oldestAt(), now));
    told.traces().forEach(trace -> traces.add("view", trace, told.oldestAt(), now));
  }

  private double oldest() {
    return Stream.concat(waiting.values().stream(), computing.values().stream())
        .map(TownTold::oldestAt)
        .min(Instant::compareTo)
        .map(since -> Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0))
        .orElse(0.0);
  }
}
