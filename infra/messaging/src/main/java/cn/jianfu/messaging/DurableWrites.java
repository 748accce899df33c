package cn.jianfu.messaging;

import com.mongodb.WriteConcern;

/** When a write counts as done, for everything that is promised not to be lost. */
public final class DurableWrites {

  /**
   * In the journal of the majority: on a replica set, what one member alone has may be rolled back
   * after it was acknowledged.
   */
  public static final WriteConcern CONCERN = WriteConcern.MAJORITY.withJournal(true);

  private DurableWrites() {}
}
