package cn.jianfu.report.readside;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One document for each town and day: a cache of what the calculator says about that day. */
public final class TownDays {

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> days;

  public TownDays(MongoDatabase database, String generation) {
    this.days = database.getCollection("town_days" + generation);
  }

  public Mono<Void> ensureIndexes() {
    return Mono.from(days.createIndex(Indexes.ascending("day"))).then();
  }

  /** Replaces days of a town; each is a row as JSON. */
  public Mono<Void> write(String town, Map<LocalDate, String> rows) {
    List<ReplaceOneModel<Document>> models =
        rows.entrySet().stream()
            .map(entry -> document(town, entry.getKey(), entry.getValue()))
            .map(it -> new ReplaceOneModel<>(Filters.eq("_id", it.get("_id")), it, UPSERT))
            .toList();
    return models.isEmpty() ? Mono.empty() : Mono.from(days.bulkWrite(models, UNORDERED)).then();
  }

  private static Document document(String town, LocalDate day, String row) {
    return new Document("_id", town + "|" + day)
        .append("town", town)
        .append("day", day.toString())
        .append("row", row);
  }

  /** The rows of a town, oldest first. */
  public Flux<String> of(String town, LocalDate from, LocalDate to) {
    Bson range =
        Filters.and(Filters.gte("_id", town + "|" + from), Filters.lte("_id", town + "|" + to));
    return rows(range);
  }

  /** The rows of all towns on a day. */
  public Flux<String> on(LocalDate day) {
    return rows(Filters.eq("day", day.toString()));
  }

  /** The rows that match, by town and day. */
  public Flux<String> rows(Bson filter) {
    return Flux.from(days.find(filter).sort(Sorts.ascending("_id")))
        .map(document -> document.getString("row"));
  }

  public Mono<Void> drop() {
    return Mono.from(days.drop()).then();
  }
}
