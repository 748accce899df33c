package cn.jianfu.messaging.aggregate;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * A collection whose aggregates can be published again as they stand.
 *
 * @param name as people are told of it
 * @param present the published records that say how an aggregate stands
 */
public record Restated<S>(
    String name, MongoAggregateStore<S> store, Function<Stored<S>, List<?>> present) {

  long through(OutboxRelay relay, LongConsumer progress) {
    return relay.resync(store, present, progress);
  }
}
