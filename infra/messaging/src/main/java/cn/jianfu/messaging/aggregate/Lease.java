package cn.jianfu.messaging.aggregate;

import java.time.Instant;

/** The right of one relay to publish an aggregate's outbox, for a time. */
record Lease(String by, Instant until) {

  boolean heldAt(Instant now) {
    return until.isAfter(now);
  }
}
