package cn.jianfu.messaging.aggregate;

import cn.jianfu.messaging.EventNames;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The outboxes of one collection, as its writers see them. A write into an empty outbox takes the
 * lease in the same update and hands its events to the relay from memory; a write into an outbox
 * that still waits only nudges the relay, which then reads it whole, in order.
 */
final class Outbox {

  private final OutboxQueries queries;
  private final EventNames names;
  private final RelayQueue queue;
  private final Backlog backlog;
  private final CrashPoints crash;
  private final InstantSource clock;

  Outbox(
      OutboxQueries queries,
      EventNames names,
      RelayQueue queue,
      Backlog backlog,
      CrashPoints crash,
      InstantSource clock) {
    this.queries = queries;
    this.names = names;
    this.queue = queue;
    this.backlog = backlog;
    this.crash = crash;
    this.clock = clock;
  }

  ChainContext context(AggregateSettings settings, @Nullable String trace) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new ChainContext(names, settings, backlog, now, new ObjectId(), trace);
  }

  /** The lease to write along, or null when the relay cannot take so many events now. */
  @Nullable Lease lease(int events) {
    return queue.hasRoomFor(events) ? queries.ownLease() : null;
  }

  /** Whether it was nobody's and empty; the guard of the write says that it still is nobody's. */
  boolean claims(Chain<?> chain) {
    AggregateDocument<?> loaded = chain.loaded();
    return !chain.events().isEmpty()
        && (loaded == null || (loaded.outbox().isEmpty() && isFree(loaded.lease())));
  }

  private boolean isFree(@Nullable Lease lease) {
    return lease == null || !lease.heldAt(clock.instant());
  }

  void written(List<? extends Chain<?>> chains, List<PlannedWrite> how) {
    crash.afterWrite();
    for (int i = 0; i < chains.size(); i++) {
      Chain<?> chain = chains.get(i);
      if (!chain.events().isEmpty()) {
        backlog.written(chain.events().size());
        hand(chain, how.get(i).lease());
      }
    }
    queue.wake();
  }

  private void hand(Chain<?> chain, @Nullable Lease lease) {
    if (lease != null) {
      queue.add(new Grant(this, chain.id(), chain.events(), lease));
    } else if (queue.hasRoomFor(1)) {
      queue.nudge(this, chain.id());
    } else {
      queue.leaveBehind(clock.instant());
    }
  }

  OutboxQueries queries() {
    return queries;
  }
}
