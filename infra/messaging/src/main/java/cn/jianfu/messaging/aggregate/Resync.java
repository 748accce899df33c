package cn.jianfu.messaging.aggregate;

import static cn.jianfu.messaging.aggregate.RelayRound.await;

import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.EventNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.bson.types.ObjectId;

/**
 * Publishes every aggregate of a collection again. Each is leased meanwhile, so that no relay
 * publishes a later state before the one that is said again here.
 */
final class Resync<S> {

  private static final int PAGE = 500;

  /** It is no news: what is said again has happened at a time that is not kept. */
  private static final Instant LONG_AGO = Instant.EPOCH;

  /** An aggregate that another relay holds is free again when its events are out. */
  private static final int ATTEMPTS = 100;

  private final MongoAggregateStore<S> store;
  private final Function<Stored<S>, List<?>> present;
  private final RelayRound round;
  private final EventNames names;

  Resync(
      MongoAggregateStore<S> store,
      Function<Stored<S>, List<?>> present,
      RelayRound round,
      EventNames names) {
    this.store = store;
    this.present = present;
    this.round = round;
    this.names = names;
  }

  long run(EventSender sender, long epoch, LongConsumer progress) {
    long count = 0;
    List<String> page = await(store.documents().idsAfter("", PAGE));
    while (!page.isEmpty()) {
      publish(page, sender, epoch);
      count += page.size();
      progress.accept(count);
      page = await(store.documents().idsAfter(page.getLast(), PAGE));
    }
    return count;
  }

  private void publish(List<String> page, EventSender sender, long epoch) {
    List<String> left = page;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      left = publishFree(left, sender, epoch);
      if (left.isEmpty()) {
        return;
      }
      pause();
    }
    throw new IllegalStateException(left.size() + " aggregates could not be published again");
  }

  /** Those that are still to be published: held by a relay, or not acknowledged. */
  private List<String> publishFree(List<String> ids, EventSender sender, long epoch) {
    Outbox outbox = store.outbox();
    Lease lease = await(outbox.queries().leaseAnyOf(ids));
    Map<String, AggregateDocument<S>> found = await(store.documents().load(ids));
    List<String> left = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    List<Grant> grants = new ArrayList<>();
    for (AggregateDocument<S> document : found.values()) {
      List<OutboxEntry> entries = entries(document);
      if (document.lease() == null || !document.lease().by().equals(lease.by())) {
        left.add(document.id());
      } else if (entries.isEmpty()) {
        silent.add(document.id());
      } else {
        grants.add(new Grant(outbox, document.id(), entries, lease));
      }
    }
    release(outbox, lease, silent);
    if (round.publish(grants, sender, epoch).sent() < entryCount(grants)) {
      left.addAll(grants.stream().map(Grant::id).toList());
    }
    return left;
  }

  private static void release(Outbox outbox, Lease lease, List<String> ids) {
    if (!ids.isEmpty()) {
      Published nothing = new Published(lease.by(), 0, ids);
      await(outbox.queries().release(List.of(nothing)).thenReturn(lease));
    }
  }

  private static int entryCount(List<Grant> grants) {
    return grants.stream().mapToInt(grant -> grant.entries().size()).sum();
  }

  /** What still waits, then how it stands. */
  private List<OutboxEntry> entries(AggregateDocument<S> document) {
    List<OutboxEntry> entries = new ArrayList<>(document.outbox());
    Collection<?> records = present.apply(document.stored());
    for (Object record : records) {
      entries.add(
          new OutboxEntry(
              document.lastSeq(),
              new ObjectId().toHexString(),
              names.nameOf(record),
              LONG_AGO,
              EventJson.write(record),
              null));
    }
    return entries;
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }
}
