package cn.jianfu.report.readside;

import cn.jianfu.messaging.inbound.InboundEvent;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Set;
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

  private final MongoDatabase database;
  private final MongoCollection<Document> state;
  private volatile ReadSide active;
  private volatile @Nullable ReadSide building;

  ReadSides(MongoDatabase database) {
    this.database = database;
    this.state =
        database.getCollection("read_side").withWriteConcern(WriteConcern.W1.withJournal(true));
    this.active = ReadSide.of(database, 0);
  }

  /** The generation that answers. */
  public ReadSide active() {
    return active;
  }

  /** Writes events to the generation that answers, and to the one that is being filled. */
  public Mono<Set<String>> apply(List<InboundEvent> events) {
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

  /** Begins the next generation; from now on it hears everything, too. */
  public Mono<ReadSide> begin() {
    ReadSide next = ReadSide.of(database, active.generation() + 1);
    return next.drop()
        .then(next.ensureIndexes())
        .then(set(Updates.set(BUILDING, next.generation())))
        .then(refresh())
        .thenReturn(next);
  }

  /** Lets the new generation answer, and throws the old one away. */
  public Mono<Void> switchTo(ReadSide next) {
    ReadSide old = active;
    return set(Updates.combine(Updates.set(ACTIVE, next.generation()), Updates.unset(BUILDING)))
        .then(refresh())
        .then(old.drop());
  }

  /** Gives a new generation up. */
  public Mono<Void> abandon(ReadSide next) {
    return set(Updates.unset(BUILDING)).then(refresh()).then(next.drop());
  }

  private Mono<Void> set(Bson update) {
    return Mono.from(
            state.updateOne(Filters.eq("_id", ID), update, new UpdateOptions().upsert(true)))
        .then();
  }

  private void read(Document now) {
    active = sideOf(now.get(ACTIVE, 0L), active);
    Long next = now.getLong(BUILDING);
    building = next == null ? null : sideOf(next, building);
  }

  private ReadSide sideOf(long generation, @Nullable ReadSide known) {
    return known != null && known.generation() == generation
        ? known
        : ReadSide.of(database, generation);
  }
}
