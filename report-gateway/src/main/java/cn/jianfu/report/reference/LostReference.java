package cn.jianfu.report.reference;

import cn.jianfu.contracts.Topics;
import cn.jianfu.messaging.Epoch;
import cn.jianfu.messaging.EventSequence;
import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.messaging.topic.TopicReplay;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What was put after the backup from which the store was put back. Services that read the topic act
 * on it, an exemption for one, and nobody could see or end it here; so it is taken back, which the
 * topic allows because each event has the whole state.
 */
final class LostReference {

  private static final Logger LOG = LoggerFactory.getLogger(LostReference.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final BinaryOperator<InboundEvent> LATER =
      BinaryOperator.maxBy(Comparator.comparing(InboundEvent::sequence));

  private final Reference reference;
  private final Epoch epoch;
  private final TopicReplay topic;

  LostReference(Reference reference, Epoch epoch, TopicReplay topic) {
    this.reference = reference;
    this.epoch = epoch;
    this.topic = topic;
  }

  /** Blocks until it is done; nothing to do when the store was not put back. */
  void takeBack() {
    Long now = epoch.current().block(PATIENCE);
    if (now == null) {
      return;
    }
    Long count =
        Flux.fromIterable(published())
            .filter(event -> EventSequence.isBefore(now, event.sequence()))
            .concatMap(event ->
                reference.takeBack(event.payload(), EventSequence.numberOf(event.sequence())))
            .filter(changed -> changed)
            .count()
            .block(PATIENCE);
    if (count != null && count > 0) {
      LOG.warn("{} entries of reference data were newer in the topic than in the store", count);
      reference.announce().block(PATIENCE);
    }
  }

  /** The last event of each subject. */
  private Collection<InboundEvent> published() {
    Map<String, InboundEvent> last = new ConcurrentHashMap<>();
    topic.run(
        List.of(Topics.SUPERVISION_REFERENCE),
        events ->
            Mono.fromRunnable(
                () -> events.forEach(event -> last.merge(event.subject(), event, LATER))),
        _ -> {});
    return last.values();
  }
}
