package cn.jianfu.messaging.aggregate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** What an operator watches: how old, how many, how often it fails. */
final class RelayMeters {

  private final AtomicLong ageMillis = new AtomicLong();
  private final Counter sent;
  private final Counter failed;

  RelayMeters(MeterRegistry meters, String source, Backlog backlog, RelayQueue queue) {
    Gauge.builder("jianfu.outbox.age", ageMillis, age -> age.get() / 1000.0)
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

  void oldest(long millis) {
    ageMillis.set(millis);
  }

  void sent(int events) {
    sent.increment(events);
  }

  void failed(int events) {
    failed.increment(events);
  }
}
