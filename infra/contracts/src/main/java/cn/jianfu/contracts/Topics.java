package cn.jianfu.contracts;

/** The names of the Kafka topics, each written once. */
public final class Topics {

  /** Work groups, findings, load and self-checks; kept, so that every view can be rebuilt. */
  public static final String GROUP_EVENTS = "group.events";

  /** One event for each group and day: 活跃日; kept. */
  public static final String GROUP_ACTIVITY = "group.activity";

  /** Org units, calendars, rule sets, exemptions, rounds; compacted, read whole at start. */
  public static final String SUPERVISION_REFERENCE = "supervision.reference";

  /** What the district decided about findings, and the closed days of its towns; kept. */
  public static final String SUPERVISION_EVENTS = "supervision.events";

  private Topics() {}
}
