package cn.jianfu.messaging.aggregate;

import java.time.Duration;
import java.util.Map;

/**
 * How a service publishes.
 *
 * @param source CloudEvents source of the service, for example {@code /group-service}
 * @param deliveryTimeout how long the broker may take to acknowledge
 * @param lease how long one relay may hold an aggregate; longer than the delivery
 * @param sweepAfter what waits longer than this was forgotten by its writer and is swept
 * @param queue how many events may wait in memory
 * @param backlog how many events may wait in all outboxes before writes are refused
 * @param producer Kafka producer properties that win over ours
 */
public record RelaySettings(
    String bootstrapServers,
    String source,
    Duration deliveryTimeout,
    Duration lease,
    Duration sweepAfter,
    int queue,
    long backlog,
    Map<String, Object> producer) {

  public RelaySettings {
    producer = Map.copyOf(producer);
    if (lease.compareTo(deliveryTimeout) <= 0) {
      throw new IllegalArgumentException("a lease must outlast a delivery");
    }
  }

  /** Delivery 10 s, lease 15 s, sweep after 1 s, 50,000 events in memory, 200,000 in outboxes. */
  public static RelaySettings of(String bootstrapServers, String source) {
    return new RelaySettings(
        bootstrapServers,
        source,
        Duration.ofSeconds(10),
        Duration.ofSeconds(15),
        Duration.ofSeconds(1),
        50_000,
        200_000,
        Map.of());
  }

  public RelaySettings backlog(long events) {
    return new RelaySettings(
        bootstrapServers, source, deliveryTimeout, lease, sweepAfter, queue, events, producer);
  }

  public RelaySettings queue(int events) {
    return new RelaySettings(
        bootstrapServers, source, deliveryTimeout, lease, sweepAfter, events, backlog, producer);
  }

  public RelaySettings timeouts(Duration delivery, Duration leaseTime, Duration sweep) {
    return new RelaySettings(
        bootstrapServers, source, delivery, leaseTime, sweep, queue, backlog, producer);
  }

  public RelaySettings producer(Map<String, Object> properties) {
    return new RelaySettings(
        bootstrapServers, source, deliveryTimeout, lease, sweepAfter, queue, backlog, properties);
  }
}
