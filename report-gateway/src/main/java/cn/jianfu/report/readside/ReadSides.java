package cn.jianfu.report.readside;

import cn.jianfu.messaging.DurableWrites;
import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.report.fact.TownTold;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The generation that answers, and the one that a rebuild is filling, if any. */
public final class ReadSides {

  private static final String ID = "read-side";
  private static final String ACTIVE = "active";
  private static final String BUILDING = "building";

  /** The latest generation that was ever begun. */
  private static final String TAKEN = "taken";

  private final MongoDatabase database;
  private final Function<Instant, LocalDate> dayOf;
  private final InstantSource machine;
  private final MongoCollection<Document> state;
  private volatile ReadSide active;
  private volatile @Nullable ReadSide building;

  ReadSides(MongoDatabase database, Function<Instant, LocalDate> dayOf, InstantSource machine) {
    this.database = database;
    this.machine = machine;
    this.dayOf = dayOf;
    this.state = database.getCollection("read_side").withWriteConcern(DurableWrites.CONCERN);
    this.active = ReadSide.of(database, 0, dayOf, machine);
  }

  /** The generation that answers. */
  public ReadSide active() {
    return active;
  }

  /** Writes events to the generation that answers, and to the one that is being filled. */
  public Mono<Map<String, TownTold>> apply(List<InboundEvent> events) {
    return Flux.fromStream(Stream.concat(Stream.of(active), Stream.ofNullable(building)))
        .concatMap(side -> side.apply(events))
        .last();
  }

  /** Learns of a switch that another instance made. */
  public Mono<Void> refresh() {
    return Mono.from(state.find(Filters.eq("_id", ID))).doOnNext(this::read).then();
  }

  Mono<Void> ensureIndexes() {
    return active.ensureIndexes();
  }

  /**
   * Begins a generation that nobody had before; from now on it hears everything, too. One that was
   * begun and not ended before is left: who is still at it cannot switch to it any more.
   */
  public Mono<ReadSide> begin() {
    return there()
        .then(Mono.defer(() -> Mono.from(state.find(Filters.eq("_id", ID)))))
        .flatMap(this::take)
        .repeatWhenEmpty(raced -> raced);
  }

  private Mono<ReadSide> take(Document now) {
    Long taken = now.getLong(TAKEN);
    Long left = now.getLong(BUILDING);
    long latest = Math.max(now.get(ACTIVE, 0L), Math.max(orZero(taken), orZero(left)));
    ReadSide next = sideOf(latest + 1);
    return next.drop()
        .then(next.ensureIndexes())
        .then(
            set(
                Filters.eq(TAKEN, taken),
                Updates.combine(
                    Updates.set(TAKEN, next.generation()),
                    Updates.set(BUILDING, next.generation()))))
        .filter(Boolean::booleanValue)
        .flatMap(_ ->
            refresh().then(left == null ? Mono.empty() : sideOf(left).drop()).thenReturn(next));
  }

  /**
   * Lets the new generation answer, and throws the old one away; an error when another one was
   * begun meanwhile.
   */
  public Mono<Void> switchTo(ReadSide next) {
    return Mono.from(
            state.findOneAndUpdate(
                Filters.and(Filters.eq("_id", ID), Filters.eq(BUILDING, next.generation())),
                Updates.combine(Updates.set(ACTIVE, next.generation()), Updates.unset(BUILDING))))
        .switchIfEmpty(
            Mono.error(() -> new IllegalStateException("another rebuild was begun meanwhile")))
        .flatMap(before -> refresh().then(sideOf(before.get(ACTIVE, 0L)).drop()));
  }

  /** Gives a new generation up. */
  public Mono<Void> abandon(ReadSide next) {
    return set(Filters.eq(BUILDING, next.generation()), Updates.unset(BUILDING))
        .then(refresh())
        .then(next.drop());
  }

  private Mono<Void> there() {
    return Mono.from(
            state.updateOne(
                Filters.eq("_id", ID),
                Updates.setOnInsert(ACTIVE, 0L),
                new UpdateOptions().upsert(true)))
        .then();
  }

  /** Whether it was as said, and is changed. */
  private Mono<Boolean> set(Bson asItWas, Bson update) {
    return Mono.from(state.updateOne(Filters.and(Filters.eq("_id", ID), asItWas), update))
        .map(done -> done.getMatchedCount() == 1);
  }

  private static long orZero(@Nullable Long generation) {
    return generation == null ? 0 : generation;
  }

  private void read(Document now) {
    active = sideOf(now.get(ACTIVE, 0L), active);
    Long next = now.getLong(BUILDING);
    building = next == null ? null : sideOf(next, building);
  }

  private ReadSide sideOf(long generation) {
    return ReadSide.of(database, generation, dayOf, machine);
  }

  private ReadSide sideOf(long generation, @Nullable ReadSide known) {
    return known != null && known.generation() == generation ? known : sideOf(generation);
  }
}
