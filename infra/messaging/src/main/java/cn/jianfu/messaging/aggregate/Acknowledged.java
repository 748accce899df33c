package cn.jianfu.messaging.aggregate;

import java.util.BitSet;

/** Which events of one aggregate the broker has acknowledged. */
final class Acknowledged {

  private final BitSet answered;

  Acknowledged(int events) {
    this.answered = new BitSet(events);
  }

  synchronized void answered(int position) {
    answered.set(position);
  }

  /** An event behind one that failed does not count: both go again, in order. */
  synchronized int fromTheFirst() {
    return answered.nextClearBit(0);
  }
}
