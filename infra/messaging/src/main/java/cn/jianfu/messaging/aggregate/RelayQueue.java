package cn.jianfu.messaging.aggregate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What writers have handed over and the one drain has not taken yet; bounded by refusing leases.
 */
final class RelayQueue {

  private final int bound;
  private final Semaphore signal = new Semaphore(0);
  private final Deque<Grant> grants = new ArrayDeque<>();
  private Map<Outbox, Set<String>> nudged = new LinkedHashMap<>();
  private @Nullable Instant leftBehindAt = Instant.MIN;
  private int events;
  private int nudges;
  private boolean open;

  RelayQueue(int bound) {
    this.bound = bound;
  }

  /** While it is shut, what is written waits in the outboxes for the sweep. */
  synchronized void open(boolean yes) {
    open = yes;
  }

  synchronized boolean hasRoomFor(int more) {
    return open && events + nudges + more <= bound;
  }

  synchronized int size() {
    return events;
  }

  synchronized void add(Grant grant) {
    grants.add(grant);
    events += grant.entries().size();
  }

  synchronized void nudge(Outbox outbox, String id) {
    if (nudged.computeIfAbsent(outbox, _ -> new LinkedHashSet<>()).add(id)) {
      nudges++;
    }
  }

  /** Something waits in an outbox of which nobody here will think again. */
  synchronized void leaveBehind(Instant now) {
    leftBehindAt = now;
  }

  /** Whether the sweep has to look for what was left behind; at first nobody knows. */
  synchronized boolean hasLeftBehind() {
    return leftBehindAt != null;
  }

  /** A sweep has found all that was left behind before then. */
  synchronized void caughtUp(Instant before) {
    if (leftBehindAt != null && leftBehindAt.isBefore(before)) {
      leftBehindAt = null;
    }
  }

  void wake() {
    signal.release();
  }

  /** Waits until somebody wakes it. */
  void await(Duration patience) throws InterruptedException {
    if (signal.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      signal.drainPermits();
    }
  }

  /** Up to so many events' grants, oldest first. */
  synchronized List<Grant> take(int most) {
    List<Grant> taken = new ArrayList<>();
    int count = 0;
    while (!grants.isEmpty() && count < most) {
      Grant grant = grants.remove();
      count += grant.entries().size();
      taken.add(grant);
    }
    events -= count;
    return taken;
  }

  synchronized boolean isEmpty() {
    return grants.isEmpty() && nudges == 0;
  }

  synchronized Map<Outbox, Set<String>> takeNudged() {
    Map<Outbox, Set<String>> taken = nudged;
    nudged = new LinkedHashMap<>();
    nudges = 0;
    return taken;
  }
}
