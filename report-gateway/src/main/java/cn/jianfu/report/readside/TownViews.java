package cn.jianfu.report.readside;

import cn.jianfu.messaging.DurableWrites;
import cn.jianfu.report.fact.TownTold;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One document for each town: how often its facts were touched, from which of these its view was
 * computed, and the view itself. What is touched is computed again, and never by older facts.
 */
public final class TownViews {

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  /** No generation writes a view so often; so that versions rise when the next one answers. */
  private static final long VERSIONS_OF_A_GENERATION = 1_000_000_000_000L;

  private final MongoCollection<Document> views;
  private final long firstVersion;

  public TownViews(MongoDatabase database, String generation) {
    this(database, generation, 0);
  }

  TownViews(MongoDatabase database, String suffix, long generation) {
    this.firstVersion = generation * VERSIONS_OF_A_GENERATION;
    this.views =
        database.getCollection("town_views" + suffix).withWriteConcern(DurableWrites.CONCERN);
  }

  public Mono<Void> ensureIndexes() {
    return Mono.from(views.createIndex(Indexes.ascending("due")))
        .then(Mono.from(views.createIndex(Indexes.ascending("historyDue"))))
        .then();
  }

  /** Marks towns whose facts were written; to be done after the facts, before the offset. */
  public Mono<Void> touch(Collection<String> towns) {
    return marked(towns.stream().map(town -> marked(town, mark())));
  }

  /** The same for towns that an event of that moment told of. */
  Mono<Void> touchedAt(Map<String, TownTold> towns) {
    return marked(
        towns.entrySet().stream()
            .map(told ->
                marked(
                    told.getKey(),
                    Updates.combine(
                        mark(), Updates.max("lastEventAt", Date.from(told.getValue().lastAt()))))));
  }

  private static UpdateOneModel<Document> marked(String town, Bson mark) {
    return new UpdateOneModel<>(Filters.eq("_id", town), mark, UPSERT);
  }

  private Mono<Void> marked(Stream<UpdateOneModel<Document>> towns) {
    List<UpdateOneModel<Document>> marks = towns.toList();
    return marks.isEmpty() ? Mono.empty() : Mono.from(views.bulkWrite(marks, UNORDERED)).then();
  }

  /** When each town was last told of. */
  public Flux<Document> lastEvents() {
    return found(new Document(), "lastEventAt");
  }

  /** Marks every town there is. */
  public Mono<Void> touchAll() {
    return Mono.from(views.updateMany(new Document(), mark())).then();
  }

  /** Marks the towns whose view is of an earlier day, or was computed by another formula. */
  public Mono<Long> touchOutdated(LocalDate day, int formula) {
    Bson outdated =
        Filters.and(
            Filters.exists("day"),
            Filters.or(Filters.lt("day", day.toString()), Filters.ne("formula", formula)));
    return Mono.from(views.updateMany(outdated, mark())).map(UpdateResult::getModifiedCount);
  }

  private Bson mark() {
    return Updates.combine(
        Updates.inc("dirty", 1L),
        Updates.set("due", true),
        Updates.set("historyDue", true),
        Updates.setOnInsert("version", firstVersion));
  }

  /** Towns that wait for their view. */
  public Flux<String> due() {
    return ids(Filters.eq("due", true));
  }

  /** Towns that wait for their history. */
  public Flux<String> historyDue() {
    return ids(Filters.eq("historyDue", true));
  }

  private Flux<String> ids(Bson filter) {
    return found(filter, "_id").map(view -> view.getString("_id"));
  }

  /** How often the town was touched; 0 for a town that nobody has touched. */
  public Mono<Long> dirty(String town) {
    return found(Filters.eq("_id", town), "dirty")
        .next()
        .map(view -> view.getLong("dirty"))
        .defaultIfEmpty(0L);
  }

  /**
   * Writes a view that was computed from the facts as of that count.
   *
   * @param formula version by which it was computed
   * @return the view's new version; empty when a view of later facts is there already
   */
  public Mono<Long> write(
      String town,
      long dirty,
      LocalDate day,
      int formula,
      Instant at,
      String row,
      String compliance) {
    Bson earlier =
        Filters.and(
            Filters.eq("_id", town),
            Filters.or(Filters.exists("computedFrom", false), Filters.lt("computedFrom", dirty)));
    Bson view =
        Updates.combine(
            Updates.set("computedFrom", dirty),
            Updates.set("day", day.toString()),
            Updates.set("formula", formula),
            Updates.set("computedAt", Date.from(at)),
            Updates.set("row", row),
            Updates.set("compliance", compliance),
            Updates.inc("version", 1L));
    return Mono.from(views.findOneAndUpdate(earlier, view, ReturnsAfter.OPTIONS))
        .flatMap(written -> noLongerDue(town, dirty, "due").thenReturn(written.getLong("version")));
  }

  /**
   * Writes what the history up to now looks like.
   *
   * @param day the last of it
   * @param spark its scores, for an overview
   * @param trend its days, for the town's page
   */
  public Mono<Void> writeHistory(
      String town, long dirty, LocalDate day, String spark, String trend) {
    return Mono.from(
            views.updateOne(
                Filters.and(
                    Filters.eq("_id", town),
                    Filters.or(
                        Filters.exists("historyFrom", false), Filters.lt("historyFrom", dirty))),
                Updates.combine(
                    Updates.set("historyFrom", dirty),
                    Updates.set("historyDay", day.toString()),
                    Updates.set("spark", spark),
                    Updates.set("trend", trend),
                    Updates.inc("version", 1L))))
        .then(noLongerDue(town, dirty, "historyDue"));
  }

  // Who was touched meanwhile stays due.
  private Mono<Void> noLongerDue(String town, long dirty, String what) {
    return Mono.from(
            views.updateOne(
                Filters.and(Filters.eq("_id", town), Filters.eq("dirty", dirty)),
                Updates.unset(what)))
        .then();
  }

  /** How often each town was touched and its view written: where both are the same, nothing was. */
  public Flux<Document> marks(Bson filter) {
    return found(filter, "dirty", "version");
  }

  /** Which views there are, and of which day: what says that one was seen already. */
  public Flux<Document> versions(Bson filter) {
    return found(filter, "version", "day");
  }

  /** The small part of each view: what an overview shows. */
  public Flux<Document> rows(Bson filter) {
    return found(filter, "row", "spark", "historyDay", "version", "computedAt");
  }

  private Flux<Document> found(Bson filter, String... fields) {
    return Flux.from(views.find(filter).projection(Projections.include(fields)));
  }

  public Mono<Document> view(String town) {
    return Mono.from(views.find(Filters.eq("_id", town)));
  }

  public Mono<Void> drop() {
    return Mono.from(views.drop()).then();
  }
}
