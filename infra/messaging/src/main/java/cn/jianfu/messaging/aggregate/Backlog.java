package cn.jianfu.messaging.aggregate;

import java.util.concurrent.atomic.AtomicLong;

/** About how many events wait in all outboxes: counted as they come and go, recounted at times. */
final class Backlog {

  private final long bound;
  private final AtomicLong entries = new AtomicLong();

  Backlog(long bound) {
    this.bound = bound;
  }

  boolean isFull() {
    return entries.get() >= bound;
  }

  long entries() {
    return entries.get();
  }

  long bound() {
    return bound;
  }

  void written(long count) {
    entries.addAndGet(count);
  }

  void published(long count) {
    entries.updateAndGet(now -> Math.max(0, now - count));
  }

  void recounted(long count) {
    entries.set(count);
  }
}
