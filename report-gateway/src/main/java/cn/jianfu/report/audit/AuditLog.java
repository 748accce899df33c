package cn.jianfu.report.audit;

import cn.jianfu.messaging.DurableWrites;
import cn.jianfu.messaging.inbound.InboundEvent;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Chains what people did. The chain is a function of the topic's partition, so that a repeated or a
 * second writer writes the same, and a hole or a change anywhere shows.
 */
final class AuditLog {

  private static final int DUPLICATE_KEY = 11000;

  private final MongoCollection<Document> entries;

  AuditLog(MongoDatabase database) {
    this.entries = database.getCollection("audit").withWriteConcern(DurableWrites.CONCERN);
  }

  Mono<Void> ensureIndexes() {
    return Flux.just(
            List.of("partition", "offset"), List.of("time", "_id"), List.of("subject", "time"))
        .concatMap(fields -> entries.createIndex(Indexes.ascending(fields)))
        .then();
  }

  /** Appends what these events say of people, each partition in its order. */
  Mono<Void> heard(List<InboundEvent> events) {
    Map<String, List<AuditEntry>> byPartition =
        events.stream()
            .flatMap(event -> AuditEntry.of(event).stream())
            .sorted(Comparator.comparingLong(AuditEntry::offset))
            .collect(Collectors.groupingBy(AuditEntry::partition));
    return Flux.fromIterable(byPartition.entrySet())
        .concatMap(partition -> append(partition.getKey(), partition.getValue()))
        .then();
  }

  private Mono<Void> append(String partition, List<AuditEntry> all) {
    return last(partition)
        .defaultIfEmpty(new Document("offset", -1L).append("hash", AuditEntry.FIRST))
        .flatMap(last -> insert(chained(last, all)));
  }

  private Mono<Document> last(String partition) {
    return Mono.from(
        entries.find(Filters.eq("partition", partition)).sort(Sorts.descending("offset")).limit(1));
  }

  private static List<Document> chained(Document last, List<AuditEntry> all) {
    List<Document> documents = new ArrayList<>();
    String previous = last.getString("hash");
    for (AuditEntry entry : all) {
      if (entry.offset() > last.getLong("offset")) {
        String hash = entry.hashAfter(previous);
        documents.add(document(entry, previous, hash));
        previous = hash;
      }
    }
    return documents;
  }

  private static Document document(AuditEntry entry, String previous, String hash) {
    return new Document("_id", entry.partition() + "/" + "%020d".formatted(entry.offset()))
        .append("partition", entry.partition())
        .append("offset", entry.offset())
        .append("eventId", entry.eventId())
        .append("type", entry.type())
        .append("subject", entry.subject())
        .append("time", entry.time())
        .append("actor", entry.actor())
        .append("body", entry.body())
        .append("previous", previous)
        .append("hash", hash);
  }

  // In order, so that what is there after a crash is a beginning and no hole.
  private Mono<Void> insert(List<Document> documents) {
    return documents.isEmpty()
        ? Mono.empty()
        : Mono.from(entries.insertMany(documents, new InsertManyOptions().ordered(true)))
            .then()
            .onErrorResume(MongoBulkWriteException.class, AuditLog::unlessThere);
  }

  // Another owner of the partition was here a moment ago; the retry finds what it left over.
  private static Mono<Void> unlessThere(MongoBulkWriteException failure) {
    return Mono.error(
        failure.getWriteErrors().stream().anyMatch(it -> it.getCode() == DUPLICATE_KEY)
            ? new ChainMoved(failure)
            : failure);
  }

  /** All entries of all partitions, in the order of their chains. */
  Flux<Document> all() {
    return Flux.from(
        entries
            .find()
            .sort(Sorts.orderBy(Sorts.ascending("partition"), Sorts.ascending("offset"))));
  }

  /**
   * Entries by the time of what they tell of, so many and no more.
   *
   * @param subject only entries about it; null for all
   * @param after as {@link #place} tells it of the last one shown; empty for the beginning
   */
  Flux<Document> list(@Nullable String subject, boolean newestFirst, List<String> after, int most) {
    List<Bson> wanted = new ArrayList<>();
    if (subject != null) {
      wanted.add(Filters.eq("subject", subject));
    }
    if (!after.isEmpty()) {
      wanted.add(beyond(newestFirst, after.getFirst(), after.getLast()));
    }
    List<String> order = List.of("time", "_id");
    return Flux.from(
        entries
            .find(wanted.isEmpty() ? Filters.empty() : Filters.and(wanted))
            .sort(newestFirst ? Sorts.descending(order) : Sorts.ascending(order))
            .limit(most));
  }

  static List<String> place(Document entry) {
    return List.of(entry.getString("time"), entry.getString("_id"));
  }

  private static Bson beyond(boolean newestFirst, String time, String id) {
    return newestFirst
        ? Filters.or(
            Filters.lt("time", time), Filters.and(Filters.eq("time", time), Filters.lt("_id", id)))
        : Filters.or(
            Filters.gt("time", time), Filters.and(Filters.eq("time", time), Filters.gt("_id", id)));
  }

  /** Somebody else appended to the partition at the same moment. */
  static final class ChainMoved extends RuntimeException {
    ChainMoved(Throwable cause) {
      super(cause);
    }
  }
}
