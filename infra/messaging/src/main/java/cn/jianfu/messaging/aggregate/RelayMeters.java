package cn.jianfu.messaging.aggregate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What an operator watches: how old, how many, how often it fails. */
final class RelayMeters {

  private final InstantSource clock;
  private final AtomicReference<@Nullable Instant> oldest = new AtomicReference<>();
  private final Counter sent;
  private final Counter failed;

  RelayMeters(
      MeterRegistry meters, String source, Backlog backlog, RelayQueue queue, InstantSource clock) {
    this.clock = clock;
    Gauge.builder("jianfu.outbox.age", this, RelayMeters::age)
        .description("how long the oldest unpublished event has waited")
        .baseUnit("seconds")
        .tag("source", source)
        .strongReference(true)
        .register(meters);
    Gauge.builder("jianfu.outbox.entries", backlog, Backlog::entries)
        .description("about how many events wait in all outboxes")
        .tag("source", source)
        .strongReference(true)
        .register(meters);
    Gauge.builder("jianfu.outbox.queue", queue, RelayQueue::size)
        .description("how many of them wait in memory")
        .tag("source", source)
        .strongReference(true)
        .register(meters);
    Gauge.builder("jianfu.outbox.bound", backlog, Backlog::bound)
        .description("how many events may wait before writes are refused")
        .tag("source", source)
        .strongReference(true)
        .register(meters);
    this.sent = counter(meters, source, "sent");
    this.failed = counter(meters, source, "failed");
  }

  private static Counter counter(MeterRegistry meters, String source, String outcome) {
    return Counter.builder("jianfu.outbox.events")
        .description("events given to the broker")
        .tag("source", source)
        .tag("outcome", outcome)
        .register(meters);
  }

  /** Goes on growing while the relay cannot look, because the store is away too. */
  private double age() {
    Instant since = oldest.get();
    return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
  }

  void oldest(Optional<Instant> since) {
    oldest.set(since.orElse(null));
  }

  void sent(int events) {
    sent.increment(events);
  }

  void failed(int events) {
    failed.increment(events);
  }
}
