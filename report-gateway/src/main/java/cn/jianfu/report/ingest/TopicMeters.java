package cn.jianfu.report.ingest;

import cn.jianfu.report.job.Job;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Asks the broker now and then what waits in the topics, so that a reader that stands still is seen
 * as well: by itself it would report nothing.
 */
final class TopicMeters {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private final Supplier<Mono<List<ReaderBacklog>>> broker;
  private final MeterRegistry meters;
  private final LongSupplier nanos;
  private final Map<String, Gauge> gauges = new ConcurrentHashMap<>();
  private final Map<String, Long> waiting = new ConcurrentHashMap<>();
  private volatile long answeredAt;

  /**
   * @param broker fails while it is away
   */
  TopicMeters(
      Supplier<Mono<List<ReaderBacklog>>> broker, MeterRegistry meters, LongSupplier nanos) {
    this.broker = broker;
    this.meters = meters;
    this.nanos = nanos;
    this.answeredAt = nanos.getAsLong();
    Gauge.builder("jianfu.topics.age", this, TopicMeters::age)
        .description("For how long the broker has not said what waits in the topics")
        .baseUnit("seconds")
        .strongReference(true)
        .register(meters);
  }

  Job job() {
    return new Job("counting what waits in the topics", EVERY, this::look);
  }

  Mono<Void> look() {
    return broker.get().doOnNext(this::answered).then();
  }

  private void answered(List<ReaderBacklog> backlogs) {
    backlogs.forEach(this::waits);
    answeredAt = nanos.getAsLong();
  }

  private void waits(ReaderBacklog backlog) {
    String meter = backlog.deadLetters() ? "jianfu.deadletters.waiting" : "jianfu.consumer.lag";
    String key = meter + "|" + backlog.topic() + "|" + backlog.group();
    waiting.put(key, backlog.events());
    gauges.computeIfAbsent(key, _ -> gauge(meter, key, backlog));
  }

  private Gauge gauge(String meter, String key, ReaderBacklog backlog) {
    return Gauge.builder(meter, waiting, all -> all.getOrDefault(key, 0L))
        .description("Events that a group has not read, or given up and nobody has sent back")
        .baseUnit("events")
        .tag("topic", backlog.topic())
        .tag("group", backlog.group())
        .strongReference(true)
        .register(meters);
  }

  private double age() {
    return (nanos.getAsLong() - answeredAt) / 1e9;
  }
}
