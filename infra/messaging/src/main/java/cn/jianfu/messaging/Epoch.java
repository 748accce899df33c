package cn.jianfu.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.InstantSource;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The epoch of a service's store: the part of {@code ce_sequence} that rises when the store was
 * restored or begun anew, so that views do not take what comes then for old. A new store begins
 * with the present second, which is later than any epoch of the store before it.
 */
public final class Epoch {

  private static final Logger LOG = LoggerFactory.getLogger(Epoch.class);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String ID = "epoch";
  private static final String VALUE = "value";
  private static final String PUT_BACK = "putBack";

  private final MongoCollection<BsonDocument> documents;
  private final InstantSource clock;

  public Epoch(MongoDatabase database, InstantSource clock) {
    this.documents = database.getCollection("jianfu_epoch", BsonDocument.class);
    this.clock = clock;
  }

  /**
   * The epoch of a service that starts. When its store was put back from a backup, it is raised
   * first, and nothing is published before that: the start fails when the store cannot be asked.
   */
  public static Epoch atStart(MongoDatabase database, InstantSource clock, boolean restored) {
    Epoch epoch = new Epoch(database, clock);
    if (restored) {
      Long now = epoch.raise().block(PATIENCE);
      LOG.info("the store was put back from a backup: epoch {}", now);
    }
    return epoch;
  }

  /** The present epoch; the first call on a new store sets it. */
  public Mono<Long> current() {
    return read().switchIfEmpty(Mono.defer(this::begin));
  }

  /** Rises; to be called after a restore from a backup, before the service starts again. */
  public Mono<Long> raise() {
    return current()
        .flatMap(now -> set(now, Math.max(now + 1, seconds())))
        .repeatWhenEmpty(raced -> raced);
  }

  /** Notes that the topics know no more than the store from now on. */
  public Mono<Void> settled() {
    return Mono.from(documents.updateOne(Filters.eq("_id", ID), Updates.set(PUT_BACK, false)))
        .then();
  }

  /** Whether the store was put back from a backup, and the topics may still know more. */
  public Mono<Boolean> isPutBack() {
    return Mono.from(documents.find(Filters.and(Filters.eq("_id", ID), Filters.eq(PUT_BACK, true))))
        .hasElement();
  }

  private Mono<Long> read() {
    return Mono.from(documents.find(Filters.eq("_id", ID))).map(Epoch::value);
  }

  private Mono<Long> begin() {
    BsonDocument first =
        new BsonDocument("_id", new BsonString(ID)).append(VALUE, new BsonInt64(seconds()));
    return Mono.from(documents.insertOne(first))
        .onErrorComplete(Epoch::isThereAlready)
        .then(Mono.defer(this::read));
  }

  private Mono<Long> set(long before, long next) {
    return Mono.from(
            documents.findOneAndUpdate(
                Filters.and(Filters.eq("_id", ID), Filters.eq(VALUE, before)),
                Updates.combine(Updates.set(VALUE, next), Updates.set(PUT_BACK, true)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
        .map(Epoch::value);
  }

  private static boolean isThereAlready(Throwable failure) {
    return failure instanceof MongoWriteException write
        && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
  }

  private long seconds() {
    return clock.instant().getEpochSecond();
  }

  private static long value(BsonDocument document) {
    return document.getInt64(VALUE).getValue();
  }
}
