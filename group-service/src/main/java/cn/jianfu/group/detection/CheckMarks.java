package cn.jianfu.group.detection;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The marks that every write of a group, its members, a unit's staff or its word on secrecy leaves,
 * so that a detection that was killed in between runs later. A mark goes only from the version that
 * was looked at.
 */
final class CheckMarks {

  private static final String DUE = "state.checkDue";
  private static final Bson VERSION_ONLY = Projections.include("version");
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final List<MongoCollection<Document>> collections;
  private final List<MongoCollection<Document>> ofUnits;

  CheckMarks(MongoDatabase database) {
    this.collections =
        List.of(
            database.getCollection("groups"),
            database.getCollection("members"),
            database.getCollection("staff"),
            database.getCollection("secrecy"));
    this.ofUnits = collections.subList(2, 4);
  }

  /** Whether something waits to be looked at. */
  Mono<Boolean> any() {
    return anyOf(collections);
  }

  /** Whether what a unit said of its staff or of secrecy waits to be looked at. */
  Mono<Boolean> unitsWait() {
    return anyOf(ofUnits);
  }

  private static Mono<Boolean> anyOf(List<MongoCollection<Document>> some) {
    return Flux.fromIterable(some)
        .concatMap(
            each -> Flux.from(each.find(Filters.eq(DUE, true)).projection(VERSION_ONLY).limit(1)))
        .hasElements();
  }

  /** What waits now; taking it away later is safe, whatever happens in between. */
  Mono<Seen> seen() {
    return Flux.fromIterable(collections)
        .concatMap(each ->
            Flux.from(each.find(Filters.eq(DUE, true)).projection(VERSION_ONLY))
                .map(CheckMarks::taken)
                .collectList())
        .collectList()
        .map(Seen::new);
  }

  Mono<Void> clear(Seen seen) {
    return Flux.range(0, collections.size())
        .filter(i -> !seen.byCollection().get(i).isEmpty())
        .concatMap(i -> collections.get(i).bulkWrite(seen.byCollection().get(i), UNORDERED))
        .then();
  }

  private static UpdateOneModel<Document> taken(Document document) {
    return new UpdateOneModel<>(
        Filters.and(
            Filters.eq("_id", document.getString("_id")),
            Filters.eq("version", document.get("version"))),
        Updates.set(DUE, false));
  }

  /** Marks as they were at one moment. */
  record Seen(List<List<UpdateOneModel<Document>>> byCollection) {}
}
