package cn.jianfu.messaging.aggregate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The whole outbox of one aggregate, under a lease of this relay. */
record Grant(Outbox outbox, String id, List<OutboxEntry> entries, Lease lease) {

  long lastSeq() {
    return entries.getLast().seq();
  }

  /** Whether the lease outlasts a delivery that begins now. */
  boolean outlasts(Duration delivery, Instant now) {
    return lease.heldAt(now.plus(delivery));
  }
}
