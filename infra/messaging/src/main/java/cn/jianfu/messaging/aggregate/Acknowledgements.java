package cn.jianfu.messaging.aggregate;

import cn.jianfu.messaging.aggregate.EventSender.Delivery;
import java.util.BitSet;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which events of a round the broker has acknowledged; told by the producer's thread. */
final class Acknowledgements {

  private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);

  private final List<Grant> grants;
  private final List<BitSet> acknowledged;
  private final BitSet failed = new BitSet();
  private boolean brokerIsAway;

  Acknowledgements(List<Grant> grants) {
    this.grants = grants;
    this.acknowledged = grants.stream().map(grant -> new BitSet(grant.entries().size())).toList();
  }

  synchronized void answered(int grant, int position, @Nullable Exception failure) {
    if (failure == null) {
      acknowledged.get(grant).set(position);
      return;
    }
    failed.set(grant);
    String subject = grants.get(grant).id();
    if (failure instanceof TimeoutException) {
      brokerIsAway = true;
      LOG.debug("an event of {} was not acknowledged in time", subject, failure);
    } else {
      LOG.warn("an event of {} was refused and stays in its outbox", subject, failure);
    }
  }

  /**
   * Not after a failure of the same aggregate; and not while the broker is away, because a full
   * buffer or missing metadata blocks each send anew.
   */
  synchronized boolean mayGoOn(int grant) {
    return !brokerIsAway && !failed.get(grant);
  }

  /** An event behind one that failed does not count: both go again, in order. */
  synchronized Delivery delivery() {
    return new Delivery(
        acknowledged.stream().map(acks -> acks.nextClearBit(0)).toList(), brokerIsAway);
  }
}
