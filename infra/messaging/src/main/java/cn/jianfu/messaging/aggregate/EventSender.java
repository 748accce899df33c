package cn.jianfu.messaging.aggregate;

import java.util.List;

/** Sends events to the broker. */
interface EventSender extends AutoCloseable {

  /** Sends the events of these grants in order and waits until each is acknowledged or failed. */
  Delivery send(List<Grant> grants, long epoch);

  @Override
  void close();

  /**
   * What became of a round.
   *
   * @param acknowledged for each grant, how many of its events from the first on
   * @param brokerIsAway the broker did not answer in time, as opposed to refusing an event
   */
  record Delivery(List<Integer> acknowledged, boolean brokerIsAway) {}
}
