package cn.jianfu.report.closing;

import cn.jianfu.messaging.aggregate.AggregateSettings;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decision;
import cn.jianfu.messaging.aggregate.MongoAggregateStore;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.StateMapping;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.report.closing.domain.DayClosing;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The closed days: one aggregate for each town and day, outside of the read side, so that a rebuild
 * or the loss of a view leaves them alone.
 */
public final class DayClosings {

  private static final String COLLECTION = "day_closings";

  /** A day is closed once: whoever asks again, of whatever instance, says the same. */
  private static final String KEY = "close";

  private static final String SOURCE = "day-closings";

  private final MongoAggregateStore<DayClosing> mongo;
  private final AggregateStore<DayClosing> store;

  DayClosings(MongoDatabase database, OutboxRelay relay) {
    this.mongo =
        new MongoAggregateStore<>(
            database,
            COLLECTION,
            new StateMapping<>(KeptClosing.class, KeptClosing::of, KeptClosing::read),
            AggregateSettings.defaults(),
            relay);
    this.store = mongo;
  }

  Mono<Void> ensureIndexes() {
    return mongo.ensureIndexes(List.of());
  }

  /** Closes a day, unless it is closed already; whether it was not. */
  public Mono<Boolean> close(DayClosing wish) {
    return store
        .execute(
            new Command<DayClosing, Void>(
                id(wish.town(), wish.day()),
                KEY,
                "",
                SOURCE,
                null,
                null,
                current -> decide(current, wish)))
        .map(DayClosings::isClosed);
  }

  private static Decision<DayClosing, Void> decide(@Nullable DayClosing current, DayClosing wish) {
    return DayClosing.close(current, wish)
        .<Decision<DayClosing, Void>>map(
            closed -> new Decision.Accepted<>(closed, List.of(ClosingContracts.of(closed))))
        .orElseGet(Decision.Unchanged::new);
  }

  private static boolean isClosed(Outcome<DayClosing, Void> outcome) {
    return switch (outcome) {
      case Outcome.Applied<DayClosing, Void> _ -> true;
      case Outcome.Unchanged<DayClosing, Void> _, Outcome.Repeated<DayClosing, Void> _ -> false;
      case Outcome.KeyReused<DayClosing, Void> _,
          Outcome.Declined<DayClosing, Void> _,
          Outcome.Stale<DayClosing, Void> _,
          Outcome.OutboxFull<DayClosing, Void> _ ->
          throw new IllegalStateException("a day could not be closed: " + outcome);
    };
  }

  /** The closing of a day; empty when it was never closed. */
  public Mono<DayClosing> of(String town, LocalDate day) {
    return store.find(id(town, day)).map(Stored::state);
  }

  /** The last day of a town that is closed; empty before the first. */
  public Mono<LocalDate> lastDay(String town) {
    return latest(ofTown(town)).map(DayClosing::day);
  }

  /** The last closing that had been made by that moment; empty before the first. */
  public Mono<DayClosing> lastBy(String town, Instant moment) {
    return latest(Filters.and(ofTown(town), Filters.lte("state.closedAt", moment)));
  }

  private Mono<DayClosing> latest(Bson filter) {
    return store.query(filter, Sorts.descending("_id"), 1).next().map(Stored::state);
  }

  // By the ids, which are ordered by town and day, so that no further index is needed.
  private static Bson ofTown(String town) {
    return Filters.and(
        Filters.gte("_id", id(town, LocalDate.EPOCH)), Filters.lt("_id", town + "/a"));
  }

  private static String id(String town, LocalDate day) {
    return town + "/" + day;
  }
}
