package cn.jianfu.report.reference;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.aggregate.AggregateSettings;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decision;
import cn.jianfu.messaging.aggregate.MongoAggregateStore;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Restated;
import cn.jianfu.messaging.aggregate.StateMapping;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.report.reference.domain.Ruling;
import cn.jianfu.report.runtime.UniqueKeys;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps one kind of reference data. */
final class ReferenceBook<S, V> {

  /** As a source of what is put. */
  private static final String TOPIC = "topic";

  private static final Mono<Boolean> NO = Mono.just(false);

  private final ReferenceKind<S, V> kind;
  private final MongoAggregateStore<S> mongo;
  private final AggregateStore<S> store;
  private final UniqueKeys keys;

  ReferenceBook(
      ReferenceKind<S, V> kind, MongoDatabase database, OutboxRelay relay, UniqueKeys keys) {
    this.kind = kind;
    this.keys = keys;
    this.mongo =
        new MongoAggregateStore<>(
            database, kind.collection(), mapping(kind), AggregateSettings.defaults(), relay);
    this.store = mongo;
  }

  private static <S, V> StateMapping<S, KeptReference> mapping(ReferenceKind<S, V> kind) {
    return new StateMapping<>(
        KeptReference.class,
        state -> new KeptReference(EventJson.write(kind.toContract().apply(state))),
        kept -> kind.toState().apply(read(kept, kind.contract())));
  }

  private static <V> V read(KeptReference kept, Class<V> contract) {
    return EventJson.read(kept.json().getBytes(StandardCharsets.UTF_8), contract);
  }

  Mono<Void> ensureIndexes() {
    return mongo.ensureIndexes(List.of());
  }

  /** The book as it is published again: as nobody's act. */
  Restated<S> restated() {
    return new Restated<>(
        kind.collection(),
        mongo,
        it -> List.of(kind.event().apply(kind.toContract().apply(it.state()), null)));
  }

  Flux<S> all() {
    return stored().map(Stored::state);
  }

  Flux<Stored<S>> stored() {
    return store.query(new Document(), Sorts.ascending("_id"), 0);
  }

  Mono<Stored<S>> find(String id) {
    return store.find(id);
  }

  /** Decides a wish against what stands, and publishes what it leads to. */
  Mono<Outcome<S, Ruling.Declined<S>>> put(
      String id,
      Request request,
      @Nullable ActorV1 actor,
      Function<@Nullable S, Ruling<S>> decide) {
    return store.execute(
        new Command<>(
            id,
            keys.next(),
            "",
            request.source(),
            null,
            request.expectedVersion(),
            current -> decision(decide.apply(current), actor)));
  }

  /**
   * Takes back what was published once and is no longer known here, or only as it was before.
   *
   * @param sequence of the event within its subject
   * @return whether anything has changed
   */
  Mono<Boolean> takeBack(V published, long sequence) {
    S state = kind.toState().apply(published);
    String id = kind.id().apply(state);
    return find(id)
        .map(known -> known.sequence() < sequence ? takeBack(id, state, known.version()) : NO)
        .defaultIfEmpty(takeBack(id, state, null))
        .flatMap(Function.identity());
  }

  // Whoever has put something since the restore knows better.
  private Mono<Boolean> takeBack(String id, S state, @Nullable Long version) {
    return put(id, new Request(TOPIC, version), null, _ -> new Ruling.Accepted<>(state))
        .map(outcome -> outcome instanceof Outcome.Applied);
  }

  private Decision<S, Ruling.Declined<S>> decision(Ruling<S> ruling, @Nullable ActorV1 actor) {
    return switch (ruling) {
      case Ruling.Accepted<S>(S next) ->
          new Decision.Accepted<>(
              next, List.of(kind.event().apply(kind.toContract().apply(next), actor)));
      case Ruling.Unchanged<S> _ -> new Decision.Unchanged<>();
      case Ruling.Declined<S> declined -> new Decision.Declined<>(declined);
    };
  }
}
