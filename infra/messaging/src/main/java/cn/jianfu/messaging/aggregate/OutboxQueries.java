package cn.jianfu.messaging.aggregate;

import cn.jianfu.messaging.Pages;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the relay asks of one collection: leases, whole outboxes, and forgetting what is out. */
final class OutboxQueries {

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoCollection<RawBsonDocument> documents;
  private final String relay;
  private final Duration leaseTime;
  private final InstantSource clock;
  private final AtomicLong takes = new AtomicLong();

  OutboxQueries(
      MongoCollection<BsonDocument> collection,
      String relay,
      Duration leaseTime,
      InstantSource clock) {
    // A removal that a crash undoes only publishes again, so it need not wait for the journal.
    this.documents =
        collection.withDocumentClass(RawBsonDocument.class).withWriteConcern(WriteConcern.W1);
    this.relay = relay;
    this.leaseTime = leaseTime;
    this.clock = clock;
  }

  /** The lease that a write takes along. */
  Lease ownLease() {
    return new Lease(relay, clock.instant().plus(leaseTime));
  }

  /** Which aggregates have waited since before that time and are nobody's. */
  Mono<List<String>> waiting(Instant since, int most) {
    Bson filter = Filters.and(Filters.lt(Fields.OUTBOX_AT, since), free());
    return Flux.from(documents.find(filter).projection(Projections.include(Fields.ID)).limit(most))
        .map(found -> found.getString(Fields.ID).getValue())
        .collectList();
  }

  /** Leases those of the aggregates that have something to publish and are nobody's. */
  Mono<List<Outboxed>> lease(Collection<String> ids) {
    Lease lease = newLease();
    return lease(ids, Filters.exists(Fields.OUTBOX_FIRST), lease)
        .flatMap(leased -> leased == 0 ? Mono.empty() : read(ids, lease))
        .defaultIfEmpty(List.of());
  }

  /** Leases those of the aggregates that are nobody's, whether they wait or not. */
  Mono<Lease> leaseAnyOf(Collection<String> ids) {
    Lease lease = newLease();
    return lease(ids, Filters.empty(), lease).thenReturn(lease);
  }

  /** Of a name of its own, so that what it got can be told from what it did not get. */
  private Lease newLease() {
    return new Lease(relay + "/" + takes.incrementAndGet(), ownLease().until());
  }

  private Mono<Integer> lease(Collection<String> ids, Bson which, Lease lease) {
    Bson take = Updates.set(Fields.LEASE, DocumentBson.lease(lease));
    List<UpdateManyModel<RawBsonDocument>> models = new ArrayList<>();
    for (List<String> page : Pages.of(ids)) {
      models.add(
          new UpdateManyModel<>(Filters.and(Filters.in(Fields.ID, page), which, free()), take));
    }
    return Mono.from(documents.bulkWrite(models, UNORDERED)).map(BulkWriteResult::getMatchedCount);
  }

  private Mono<List<Outboxed>> read(Collection<String> ids, Lease lease) {
    return Pages.of(ids, page -> leased(page, lease))
        .map(found -> OutboxReader.outbox(found, lease))
        .collectList();
  }

  private FindPublisher<RawBsonDocument> leased(List<String> ids, Lease lease) {
    return documents
        .find(Filters.and(Filters.in(Fields.ID, ids), Filters.eq(Fields.LEASE_BY, lease.by())))
        .projection(Projections.include(Fields.OUTBOX))
        .batchSize(ids.size() + 1);
  }

  private Bson free() {
    return Filters.not(Filters.gt(Fields.LEASE_UNTIL, clock.instant()));
  }

  /** Forgets published events; how many aggregates had nothing more to say since. */
  Mono<Long> forget(List<Published> published) {
    List<UpdateManyModel<RawBsonDocument>> models =
        published.stream().map(Published::whenNothingMore).toList();
    return Mono.from(documents.bulkWrite(models, UNORDERED))
        .map(done -> (long) done.getMatchedCount());
  }

  /**
   * Of these, the aggregates that have more to say: they were not forgotten, and are leased. All
   * writes take leases of one name, so that one that was forgotten may be leased anew by the next
   * write, which has handed over its events: it has none any more of those that are out.
   */
  Mono<List<Published>> stillOurs(List<Published> published) {
    return Flux.fromIterable(published)
        .concatMap(some ->
            Pages.of(some.ids(), page -> leasedIds(page, some))
                .map(found -> found.getString(Fields.ID).getValue())
                .collectList()
                .filter(ids -> !ids.isEmpty())
                .map(ids -> new Published(some.lease(), some.upTo(), ids)))
        .collectList();
  }

  private FindPublisher<RawBsonDocument> leasedIds(List<String> ids, Published some) {
    Bson notForgotten =
        some.lease().equals(relay)
            ? Filters.lte(Fields.OUTBOX_FIRST + ".seq", some.upTo())
            : Filters.empty();
    return documents
        .find(
            Filters.and(
                Filters.in(Fields.ID, ids),
                Filters.eq(Fields.LEASE_BY, some.lease()),
                notForgotten))
        .projection(Projections.include(Fields.ID))
        .batchSize(ids.size() + 1);
  }

  /** Forgets published events and gives the leases back, whatever was written since. */
  Mono<Void> release(List<Published> published) {
    List<UpdateManyModel<RawBsonDocument>> models =
        published.stream().map(Published::always).toList();
    return Mono.from(documents.bulkWrite(models, UNORDERED)).then();
  }

  /** When the oldest event that waits was written. */
  Mono<Instant> oldest(Instant before) {
    return Mono.from(
            documents
                .find(Filters.lt(Fields.OUTBOX_AT, before))
                .sort(Sorts.ascending(Fields.OUTBOX_AT))
                .projection(Projections.include(Fields.OUTBOX_AT))
                .limit(1))
        .map(found ->
            Instant.ofEpochMilli(
                found
                    .getArray(Fields.OUTBOX)
                    .getFirst()
                    .asDocument()
                    .getDateTime("at")
                    .getValue()));
  }

  /** How many events wait, counted over a bounded number of aggregates. */
  Mono<Long> entries(long mostAggregates) {
    List<Bson> pipeline =
        List.of(
            Aggregates.match(Filters.gt(Fields.OUTBOX_AT, Instant.EPOCH)),
            Aggregates.limit((int) Math.min(mostAggregates, Integer.MAX_VALUE)),
            Aggregates.project(
                Projections.computed("n", new BsonDocument("$size", new BsonString("$outbox")))),
            Aggregates.group(null, Accumulators.sum("n", "$n")));
    return Mono.from(documents.aggregate(pipeline))
        .map(sum -> sum.getNumber("n").longValue())
        .defaultIfEmpty(0L);
  }
}
