package cn.jianfu.messaging.aggregate;

import static cn.jianfu.messaging.aggregate.RelayRound.await;

import cn.jianfu.messaging.Epoch;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.EventNames;
import cn.jianfu.messaging.EventSequence;
import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.messaging.topic.TopicReplay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * What the topics tell and a store that was put back from a backup does not know. Views go on
 * showing it, and nobody could end it; so each such event is taken back by one of its own, at a
 * sequence after all of the lost store and before all that is published since. In which order views
 * hear these three does not matter, nor how often.
 *
 * <p>An aggregate that was written since counts on from the backup and so gives the lost sequences
 * anew. What it has told first since is therefore where the lost ones begin, and not its present
 * sequence. For that the topics are read before; and where somebody has told something for the
 * first time in the meantime, all is done once more: whoever counts on after that was judged by the
 * backup.
 */
public final class LostEvents {

  private static final Logger LOG = LoggerFactory.getLogger(LostEvents.class);

  private static final long BEFORE_ALL = 0;
  private static final int ATTEMPTS = 4;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

  /** It is no news of its subject. */
  private static final Instant LONG_AGO = Instant.EPOCH;

  /** There is no outbox behind what is sent here, so nobody else could send it. */
  private static final Lease NOBODY_ELSE = new Lease("", Instant.MAX);

  private final OutboxRelay relay;
  private final Epoch epoch;
  private final EventNames names;
  private final List<Restated<?>> collections;
  private final List<String> topics;
  private final TopicReplay replay;
  private final Function<InboundEvent, Object> retraction;

  /**
   * @param collections those that publish
   * @param topics where they publish
   * @param retraction the published record that takes an event back
   */
  public LostEvents(
      OutboxRelay relay,
      Epoch epoch,
      EventNames names,
      List<Restated<?>> collections,
      List<String> topics,
      TopicReplay replay,
      Function<InboundEvent, Object> retraction) {
    this.relay = relay;
    this.epoch = epoch;
    this.names = names;
    this.collections = List.copyOf(collections);
    this.topics = List.copyOf(topics);
    this.replay = replay;
    this.retraction = retraction;
  }

  /** Blocks until the topics are read; nothing to do when the store was not put back. */
  public void takeBack() {
    if (!await(epoch.isPutBack())) {
      return;
    }
    long now = await(epoch.current());
    FirstTold first = new FirstTold();
    note(now, first);
    int noted = first.size();
    long taken = takeBack(now, first);
    note(now, first);
    if (first.size() > noted) {
      taken = takeBack(now, first);
    }
    await(epoch.settled().thenReturn(true));
    LOG.info("{} events of before the store was put back are taken back", taken);
  }

  private void note(long now, FirstTold first) {
    replay.run(topics, events -> Mono.fromRunnable(() -> note(events, now, first)), _ -> {});
  }

  private long takeBack(long now, FirstTold first) {
    LongAdder taken = new LongAdder();
    try (EventSender sender = relay.sender()) {
      replay.run(
          topics,
          events ->
              Mono.fromRunnable(() -> taken.add(takeBack(events, sender, now, first)))
                  // It waits for the store, which the threads that count the seconds must not.
                  .subscribeOn(Schedulers.boundedElastic())
                  .retryWhen(Retry.backoff(ATTEMPTS, BETWEEN_ATTEMPTS)),
          _ -> {});
    }
    return taken.sum();
  }

  private void note(List<InboundEvent> events, long now, FirstTold first) {
    for (InboundEvent event : events) {
      if (isNews(event) && !EventSequence.isBefore(now, event.sequence())) {
        collections.stream()
            .filter(collection -> collection.isToldBy(event.payload()))
            .forEach(collection -> first.note(collection, event));
      }
    }
  }

  /** Not how an aggregate stands, said again at the sequence that it has. */
  private static boolean isNews(InboundEvent event) {
    return event.time().isAfter(LONG_AGO);
  }

  private long takeBack(List<InboundEvent> events, EventSender sender, long now, FirstTold first) {
    List<InboundEvent> earlier =
        events.stream().filter(event -> EventSequence.isBefore(now, event.sequence())).toList();
    List<Grant> grants = new ArrayList<>();
    for (Restated<?> collection : collections) {
      List<InboundEvent> own =
          earlier.stream().filter(event -> collection.isToldBy(event.payload())).toList();
      grants.addAll(retractions(collection, lost(collection, own, first)));
    }
    int all = grants.stream().mapToInt(grant -> grant.entries().size()).sum();
    int sent = sender.send(grants, now).acknowledged().stream().mapToInt(it -> it).sum();
    if (sent < all) {
      throw new IllegalStateException((all - sent) + " events could not be taken back");
    }
    return sent;
  }

  private static List<InboundEvent> lost(
      Restated<?> collection, List<InboundEvent> told, FirstTold first) {
    if (told.isEmpty()) {
      return List.of();
    }
    Set<String> subjects = told.stream().map(InboundEvent::subject).collect(Collectors.toSet());
    Map<String, Long> known = await(collection.store().documents().lastSequences(subjects));
    return told.stream()
        .filter(event -> {
          long stands = known.getOrDefault(event.subject(), BEFORE_ALL);
          return EventSequence.numberOf(event.sequence())
              > Math.min(stands, first.before(collection, event.subject()));
        })
        .toList();
  }

  private List<Grant> retractions(Restated<?> collection, List<InboundEvent> lost) {
    Map<String, List<OutboxEntry>> bySubject = new LinkedHashMap<>();
    for (InboundEvent event : lost) {
      bySubject.computeIfAbsent(event.subject(), _ -> new ArrayList<>()).add(entry(event));
    }
    Outbox none = collection.store().outbox();
    return bySubject.entrySet().stream()
        .map(each -> new Grant(none, each.getKey(), each.getValue(), NOBODY_ELSE))
        .toList();
  }

  private OutboxEntry entry(InboundEvent event) {
    Object record = retraction.apply(event);
    return new OutboxEntry(
        BEFORE_ALL,
        new ObjectId().toHexString(),
        names.nameOf(record),
        LONG_AGO,
        EventJson.write(record),
        null);
  }
}
