package cn.jianfu.messaging.aggregate;

import cn.jianfu.messaging.aggregate.EventSender.Delivery;
import java.util.BitSet;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which events of a round the broker has acknowledged; told by the producer's thread. */
final class Acknowledgements {

  private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);

  private final List<BitSet> grants;
  private boolean brokerIsAway;

  Acknowledgements(List<Grant> grants) {
    this.grants = grants.stream().map(grant -> new BitSet(grant.entries().size())).toList();
  }

  synchronized void acknowledged(int grant, int position) {
    grants.get(grant).set(position);
  }

  synchronized void failed(String subject, Exception failure) {
    if (failure instanceof TimeoutException) {
      brokerIsAway = true;
      LOG.debug("an event of {} was not acknowledged in time", subject, failure);
    } else {
      LOG.warn("an event of {} was refused and stays in its outbox", subject, failure);
    }
  }

  synchronized boolean brokerIsAway() {
    return brokerIsAway;
  }

  /** An event behind one that failed does not count: both go again, in order. */
  synchronized Delivery delivery() {
    return new Delivery(grants.stream().map(acks -> acks.nextClearBit(0)).toList(), brokerIsAway);
  }
}
