package cn.jianfu.group.selfcheck;

import cn.jianfu.messaging.aggregate.AggregateStore;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Which groups units have answered for. */
public final class SelfCheckAnswers {

  private final AggregateStore<SelfCheck> store;

  SelfCheckAnswers(AggregateStore<SelfCheck> store) {
    this.store = store;
  }

  /**
   * Ids of the groups of these units that were answered for then or later.
   *
   * @param day of the moment, for answers of which no more than the day is known
   */
  public Mono<Set<String>> groupsAnsweredSince(
      Instant moment, LocalDate day, Collection<String> units) {
    return store
        .query(Filters.in("state.unit", units), Filters.empty(), 0)
        .flatMapIterable(stored -> stored.state().items())
        .filter(item -> item.isAnsweredSince(moment, day))
        .map(SelfCheckItem::groupId)
        .collect(HashSet::new, Set::add);
  }
}
