package cn.jianfu.messaging.aggregate;

/**
 * The bounds of one kind of aggregate.
 *
 * @param seen how many accepted keys an aggregate remembers
 * @param outbox how many unpublished events one aggregate may hold
 * @param attempts how often a command is decided before it is stale
 */
public record AggregateSettings(int seen, int outbox, int attempts) {

  /** 32 keys, 1,000 events, 16 attempts. */
  public static AggregateSettings defaults() {
    return new AggregateSettings(32, 1_000, 16);
  }

  public AggregateSettings seen(int keys) {
    return new AggregateSettings(keys, outbox, attempts);
  }

  public AggregateSettings outbox(int events) {
    return new AggregateSettings(seen, events, attempts);
  }

  public AggregateSettings attempts(int times) {
    return new AggregateSettings(seen, outbox, times);
  }
}
