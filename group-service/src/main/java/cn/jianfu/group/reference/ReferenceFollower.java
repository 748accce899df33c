package cn.jianfu.group.reference;

import cn.jianfu.contracts.Topics;
import cn.jianfu.group.reference.Reference.Kept;
import cn.jianfu.messaging.EventNames;
import cn.jianfu.messaging.inbound.InboundDecoder;
import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.messaging.topic.TopicReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Reads the reference topic whole and follows it; begins with what was kept from last time. */
final class ReferenceFollower implements AutoCloseable, HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(ReferenceFollower.class);
  private static final Duration ONE_WRITE = Duration.ofSeconds(10);

  private final Reference reference;
  private final KeptReference kept;
  private final TopicReader reader;

  ReferenceFollower(
      Reference reference,
      KeptReference kept,
      String brokers,
      EventNames names,
      MeterRegistry meters) {
    this.reference = reference;
    this.kept = kept;
    this.reader =
        new TopicReader(
            brokers,
            List.of(Topics.SUPERVISION_REFERENCE),
            new InboundDecoder(names, meters),
            this::heard);
  }

  void start() {
    reader.start();
    // Not waited for: the topic says the same, unless the broker is away.
    kept.all()
        .collectList()
        .subscribe(reference::apply, failure -> LOG.warn("nothing kept could be read", failure));
  }

  @Override
  public Health health() {
    boolean known = reader.isReady() || !reference.data().units().isEmpty();
    return (known ? Health.up() : Health.outOfService())
        .withDetail("units", reference.data().units().size())
        .withDetail("ruleSets", reference.data().ruleSets().size())
        .withDetail("current", reader.isReady())
        .build();
  }

  private void heard(List<InboundEvent> events) {
    List<Kept> newer =
        reference.apply(
            events.stream()
                .map(it -> new Kept(it.subject(), it.type(), it.sequence(), it.payload()))
                .toList());
    kept.keep(newer).block(ONE_WRITE);
  }

  @Override
  public void close() {
    reader.close();
  }
}
