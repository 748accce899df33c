package cn.jianfu.messaging.aggregate;

import java.util.List;

/** Sends events to the broker. */
interface EventSender extends AutoCloseable {

  /**
   * Sends the events of these grants in order and waits for the acknowledgements.
   *
   * @return for each grant, how many of its events from the first on are acknowledged
   */
  int[] send(List<Grant> grants, long epoch);

  @Override
  void close();
}
