package cn.jianfu.report.group;

import cn.jianfu.contracts.group.DecisionV1;
import org.jspecify.annotations.Nullable;

/** What group-service says to an order. */
public sealed interface OrderTold {

  /**
   * It is taken, or would be.
   *
   * @param state of the group after it
   * @param version the group's, after it; of a rehearsal the one that the order is to expect
   * @param changed whether a rehearsed order would change the group; true of one that was given
   */
  record Taken(String state, @Nullable DecisionV1 decision, long version, boolean changed)
      implements OrderTold {}

  /** It does not take it, and says why. */
  record Declined(int status, Refused because) implements OrderTold {}

  /** There is no answer, for this reason. */
  record Nothing(Degraded why) implements OrderTold {}
}
