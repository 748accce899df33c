package cn.jianfu.messaging.aggregate;

import static cn.jianfu.messaging.aggregate.RelayRound.await;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds what waits although its write is long over: after a crash, an outage, a full queue. */
final class RelaySweep {

  private static final int PAGE = 1_000;

  /** In runs: other processes come and go, but counting reads the whole backlog. */
  private static final int RECOUNT_EVERY = 30;

  private final RelaySettings settings;
  private final RelayQueue queue;
  private final List<Outbox> outboxes;
  private final RelayRound round;
  private final Backlog backlog;
  private final RelayMeters meters;
  private final InstantSource clock;
  private int runs;

  RelaySweep(
      RelaySettings settings,
      RelayQueue queue,
      List<Outbox> outboxes,
      RelayRound round,
      Backlog backlog,
      RelayMeters meters,
      InstantSource clock) {
    this.settings = settings;
    this.queue = queue;
    this.outboxes = outboxes;
    this.round = round;
    this.backlog = backlog;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Publishes a page of each collection, or one aggregate while the broker is away. What is younger
   * than a lease is in somebody's memory, unless this relay knows better: reading through all that
   * is on its way would cost more than publishing it.
   */
  Swept run(EventSender sender, long epoch, boolean brokerIsThere) {
    Instant young = clock.instant().minus(settings.sweepAfter());
    boolean leftBehind = queue.hasLeftBehind();
    watch(young);
    Instant since = leftBehind ? young : clock.instant().minus(settings.lease());
    int most = brokerIsThere ? PAGE : 1;
    boolean there = brokerIsThere;
    boolean more = false;
    for (Outbox outbox : outboxes) {
      List<String> ids = await(outbox.queries().waiting(since, most));
      if (!ids.isEmpty()) {
        there = publish(outbox, ids, sender, epoch);
        more |= there && ids.size() == most;
      }
    }
    if (leftBehind && there && !more) {
      queue.caughtUp(young);
    }
    return new Swept(there, more);
  }

  /** Publishes these aggregates if they have something to say and are nobody else's. */
  boolean publish(Outbox outbox, Collection<String> ids, EventSender sender, long epoch) {
    List<Grant> grants =
        await(outbox.queries().lease(ids)).stream()
            .filter(found -> !found.entries().isEmpty())
            .map(found -> new Grant(outbox, found.id(), found.entries(), found.lease()))
            .toList();
    if (grants.size() < ids.size()) {
      // Somebody held it, and may have read it before the write that we heard of.
      queue.leaveBehind(clock.instant());
    }
    return grants.isEmpty() || round.publish(grants, sender, epoch).brokerIsThere();
  }

  private void watch(Instant since) {
    Optional<Instant> oldest =
        outboxes.stream()
            .flatMap(outbox -> outbox.queries().oldest(since).blockOptional().stream())
            .min(Instant::compareTo);
    meters.oldest(oldest);
    if (oldest.isEmpty()) {
      backlog.recounted(0);
    } else if (runs++ % RECOUNT_EVERY == 0) {
      backlog.recounted(count());
    }
  }

  private long count() {
    return outboxes.stream()
        .mapToLong(outbox -> await(outbox.queries().entries(backlog.bound())))
        .sum();
  }

  /** Whether the broker is there, and whether there is more to sweep at once. */
  record Swept(boolean brokerIsThere, boolean more) {}
}
