package cn.jianfu.messaging.aggregate;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * A collection whose aggregates can be published again as they stand.
 *
 * @param name as people are told of it
 * @param tells the records that are published of its aggregates, to be taken back when the store
 *     does not know them any more
 * @param present the published records that say how an aggregate stands
 */
public record Restated<S>(
    String name,
    MongoAggregateStore<S> store,
    List<Class<?>> tells,
    Function<Stored<S>, List<?>> present) {

  /** One whose events stay as they were told. */
  public Restated(String name, MongoAggregateStore<S> store, Function<Stored<S>, List<?>> present) {
    this(name, store, List.of(), present);
  }

  boolean isToldBy(Object payload) {
    return tells.stream().anyMatch(type -> type.isInstance(payload));
  }

  long through(OutboxRelay relay, LongConsumer progress) {
    return relay.resync(store, present, progress);
  }
}
