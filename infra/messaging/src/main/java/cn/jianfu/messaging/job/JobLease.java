package cn.jianfu.messaging.job;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import reactor.core.publisher.Mono;

/**
 * One lease document for each timed job: of several instances, one runs it. Jobs stay safe to
 * repeat, because a lease that ends does not stop who held it.
 */
public final class JobLease {

  private static final String BY = "by";
  private static final String UNTIL = "until";

  private final MongoCollection<BsonDocument> documents;
  private final InstantSource clock;
  private final String instance = new ObjectId().toHexString();

  public JobLease(MongoDatabase database, InstantSource clock) {
    this.documents = database.getCollection("jianfu_jobs", BsonDocument.class);
    this.clock = clock;
  }

  /**
   * Does the work if no other instance is at it, and lets go afterwards; empty if another is.
   *
   * @param longest after which another instance may begin although this one has not ended
   */
  public <T> Mono<T> exclusively(String job, Duration longest, Supplier<Mono<T>> work) {
    return acquire(job, longest)
        .filter(Boolean::booleanValue)
        .flatMap(_ ->
            Mono.usingWhen(
                Mono.just(job),
                _ -> work.get(),
                this::release,
                (_, _) -> release(job),
                this::release));
  }

  /** Takes or prolongs the lease; false when another instance has it. */
  public Mono<Boolean> acquire(String job, Duration time) {
    Instant now = clock.instant();
    Instant until = now.plus(time);
    Bson freeOrOurs = Filters.or(Filters.lte(UNTIL, now), Filters.eq(BY, instance));
    return Mono.from(
            documents.updateOne(
                Filters.and(Filters.eq("_id", job), freeOrOurs),
                Updates.combine(Updates.set(BY, instance), Updates.set(UNTIL, until))))
        .flatMap(done -> done.getMatchedCount() == 1 ? Mono.just(true) : first(job, until));
  }

  private Mono<Boolean> first(String job, Instant until) {
    BsonDocument document =
        new BsonDocument("_id", new BsonString(job))
            .append(BY, new BsonString(instance))
            .append(UNTIL, new BsonDateTime(until.toEpochMilli()));
    return Mono.from(documents.insertOne(document))
        .map(_ -> true)
        .onErrorResume(MongoWriteException.class, JobLease::heldByAnother);
  }

  private static Mono<Boolean> heldByAnother(MongoWriteException failure) {
    return failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
        ? Mono.just(false)
        : Mono.error(failure);
  }

  /** Lets go of the lease if it is still ours. */
  public Mono<Void> release(String job) {
    return Mono.from(
            documents.updateOne(
                Filters.and(Filters.eq("_id", job), Filters.eq(BY, instance)),
                Updates.set(UNTIL, Instant.EPOCH)))
        .then();
  }
}
