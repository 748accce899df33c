package cn.jianfu.messaging.inbound;

import cn.jianfu.messaging.DurableWrites;
import cn.jianfu.messaging.EventSequence;
import cn.jianfu.messaging.Pages;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import reactor.core.publisher.Mono;

/**
 * Writes one part of a view's documents, each guarded by the sequence of the event that it shows:
 * duplicates and late events change nothing, so any order gives the same bytes.
 */
public final class GuardedProjection<V> {

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoCollection<BsonDocument> documents;
  private final List<String> parts;
  private final String part;
  private final String seq;
  private final Codec<V> codec;

  /**
   * @param parts all parts of the view's documents, so that they stand in the same order whichever
   *     comes first; this projection writes one of them, with its sequence beside it in {@code
   *     <part>Seq}
   * @param type a public record
   */
  public GuardedProjection(
      MongoDatabase database, String collection, List<String> parts, String part, Class<V> type) {
    if (!parts.contains(part)) {
      throw new IllegalArgumentException(part + " is none of " + parts);
    }
    this.documents =
        database
            .getCollection(collection, BsonDocument.class)
            .withWriteConcern(DurableWrites.CONCERN);
    this.parts = List.copyOf(parts);
    this.part = part;
    this.seq = sequenceOf(part);
    this.codec = database.getCodecRegistry().get(type);
  }

  /** Applies the latest change of each document; how many documents changed. */
  public Mono<Integer> apply(List<ViewChange<V>> changes) {
    Map<String, ViewChange<V>> latest = latest(changes);
    return latest.isEmpty()
        ? Mono.just(0)
        : shown(latest.keySet()).flatMap(shown -> write(latest, shown));
  }

  private static <V> Map<String, ViewChange<V>> latest(List<ViewChange<V>> changes) {
    Map<String, ViewChange<V>> latest = new LinkedHashMap<>();
    for (ViewChange<V> change : changes) {
      latest.merge(
          change.id(),
          change,
          (one, other) -> one.sequence().compareTo(other.sequence()) >= 0 ? one : other);
    }
    return latest;
  }

  /** The sequences that the existing documents show. */
  private Mono<Map<String, String>> shown(Collection<String> ids) {
    return Pages.of(
            ids,
            page ->
                documents
                    .find(Filters.in("_id", page))
                    .projection(Projections.include(seq))
                    .batchSize(page.size() + 1))
        .collectMap(
            found -> found.getString("_id").getValue(), found -> found.getString(seq).getValue());
  }

  private Mono<Integer> write(Map<String, ViewChange<V>> latest, Map<String, String> shown) {
    List<ViewChange<V>> missing = new ArrayList<>();
    List<ViewChange<V>> older = new ArrayList<>();
    for (ViewChange<V> change : latest.values()) {
      String sequence = shown.get(change.id());
      if (sequence == null) {
        missing.add(change);
      } else if (sequence.compareTo(change.sequence()) < 0) {
        older.add(change);
      }
    }
    List<WriteModel<BsonDocument>> models = new ArrayList<>(missing.size() + older.size());
    missing.forEach(change -> models.add(new InsertOneModel<>(whole(change))));
    older.forEach(change -> models.add(guarded(change)));
    return models.isEmpty() ? Mono.just(0) : write(models, missing);
  }

  private Mono<Integer> write(List<WriteModel<BsonDocument>> models, List<ViewChange<V>> inserted) {
    return Mono.from(documents.bulkWrite(models, UNORDERED))
        .map(GuardedProjection::changed)
        .onErrorResume(
            MongoBulkWriteException.class, failure -> createdMeanwhile(failure, inserted));
  }

  /** Another consumer created some of the documents first: those are updated instead. */
  private Mono<Integer> createdMeanwhile(
      MongoBulkWriteException failure, List<ViewChange<V>> inserted) {
    List<WriteModel<BsonDocument>> again = new ArrayList<>();
    for (BulkWriteError error : failure.getWriteErrors()) {
      if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
        return Mono.error(failure);
      }
      again.add(guarded(inserted.get(error.getIndex())));
    }
    return failure.getWriteConcernError() != null
        ? Mono.error(failure)
        : Mono.from(documents.bulkWrite(again, UNORDERED))
            .map(result -> changed(result) + changed(failure.getWriteResult()));
  }

  private static int changed(BulkWriteResult result) {
    return result.getInsertedCount() + result.getMatchedCount();
  }

  private UpdateOneModel<BsonDocument> guarded(ViewChange<V> change) {
    BsonString sequence = new BsonString(change.sequence());
    return new UpdateOneModel<>(
        new BsonDocument("_id", new BsonString(change.id()))
            .append(seq, new BsonDocument("$lt", sequence)),
        new BsonDocument("$set", new BsonDocument(part, encoded(change)).append(seq, sequence)));
  }

  private BsonDocument whole(ViewChange<V> change) {
    BsonDocument document = new BsonDocument("_id", new BsonString(change.id()));
    for (String name : parts) {
      boolean ours = name.equals(part);
      document
          .append(name, ours ? encoded(change) : BsonNull.VALUE)
          .append(sequenceOf(name), new BsonString(ours ? change.sequence() : EventSequence.NONE));
    }
    return document;
  }

  private BsonValue encoded(ViewChange<V> change) {
    return new RawBsonDocument(change.value(), codec);
  }

  private static String sequenceOf(String part) {
    return part + "Seq";
  }
}
