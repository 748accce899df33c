package cn.jianfu.messaging.aggregate;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.function.Function;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** A pass over aggregates that never holds more of them than one page, and may change them. */
public final class InPages {

  private static final int PAGE = 200;

  private InPages() {}

  /**
   * Works on all that match, by their ids, and adds up what the pages come to.
   *
   * @param work on one page; the next is read when it is done
   */
  public static <S> Mono<Integer> sum(
      AggregateStore<S> store, Bson filter, Function<List<Stored<S>>, Mono<Integer>> work) {
    return page(store, filter, "")
        .expand(
            page -> page.size() < PAGE ? Mono.empty() : page(store, filter, page.getLast().id()))
        .filter(page -> !page.isEmpty())
        .concatMap(work, 1)
        .reduce(0, Integer::sum);
  }

  private static <S> Mono<List<Stored<S>>> page(
      AggregateStore<S> store, Bson filter, String after) {
    Bson next = Filters.and(Filters.gt(Fields.ID, after), filter);
    return store.query(next, Sorts.ascending(Fields.ID), PAGE).collectList();
  }
}
