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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One lease document for each timed job: of several instances, one runs it, once at a time. Jobs
 * stay safe to repeat, because a lease that ends does not stop who held it.
 */
public final class JobLease {

  private static final Logger LOG = LoggerFactory.getLogger(JobLease.class);
  private static final String BY = "by";
  private static final String NOBODY = "";
  private static final String UNTIL = "until";

  /** So often in its time: one that is late or lost does not end it. */
  private static final int PROLONGED_WITHIN = 3;

  private final MongoCollection<BsonDocument> documents;
  private final InstantSource clock;
  private final String instance = new ObjectId().toHexString();

  public JobLease(MongoDatabase database, InstantSource clock) {
    this.documents = database.getCollection("jianfu_jobs", BsonDocument.class);
    this.clock = clock;
  }

  /**
   * Does the work if nobody else is at it, in this instance or another, and lets go afterwards;
   * empty if somebody is. The lease is prolonged for as long as the work goes on.
   *
   * @param signOfLife after so long without one another may begin
   */
  public <T> Mono<T> exclusively(String job, Duration signOfLife, Supplier<Mono<T>> work) {
    return Mono.defer(() -> {
      String run = new ObjectId().toHexString();
      return acquire(job, run, signOfLife)
          .filter(Boolean::booleanValue)
          .flatMap(_ ->
              Mono.usingWhen(
                  Mono.fromSupplier(() -> prolonged(job, run, signOfLife)),
                  _ -> work.get(),
                  prolonging -> letGo(job, run, prolonging),
                  (prolonging, _) -> letGo(job, run, prolonging),
                  prolonging -> letGo(job, run, prolonging)));
    });
  }

  private Disposable prolonged(String job, String run, Duration time) {
    return Flux.interval(time.dividedBy(PROLONGED_WITHIN))
        .onBackpressureDrop()
        .concatMap(_ -> prolong(job, run, time))
        .subscribe();
  }

  // Never of a lease that is free: one that was let go meanwhile would be taken for nobody.
  private Mono<Void> prolong(String job, String run, Duration time) {
    return Mono.defer(() ->
            Mono.from(
                documents.updateOne(
                    Filters.and(Filters.eq("_id", job), Filters.eq(BY, run)),
                    Updates.set(UNTIL, clock.instant().plus(time)))))
        .doOnNext(done -> {
          if (done.getMatchedCount() == 0) {
            LOG.warn("the lease of {} is lost while the work goes on", job);
          }
        })
        .onErrorResume(failure -> {
          // The next one is in time, too.
          LOG.warn("the lease of {} could not be prolonged", job, failure);
          return Mono.empty();
        })
        .then();
  }

  private Mono<Void> letGo(String job, String run, Disposable prolonging) {
    prolonging.dispose();
    return release(job, run);
  }

  /**
   * Takes or prolongs the lease of this instance; false when somebody else has it. Whoever uses it
   * alone has to prolong it.
   */
  public Mono<Boolean> acquire(String job, Duration time) {
    return acquire(job, instance, time);
  }

  private Mono<Boolean> acquire(String job, String by, Duration time) {
    return Mono.defer(() -> {
      Instant now = clock.instant();
      Instant until = now.plus(time);
      Bson freeOrOurs = Filters.or(Filters.lte(UNTIL, now), Filters.eq(BY, by));
      return Mono.from(
              documents.updateOne(
                  Filters.and(Filters.eq("_id", job), freeOrOurs),
                  Updates.combine(Updates.set(BY, by), Updates.set(UNTIL, until))))
          .flatMap(done -> done.getMatchedCount() == 1 ? Mono.just(true) : first(job, by, until));
    });
  }

  private Mono<Boolean> first(String job, String by, Instant until) {
    BsonDocument document =
        new BsonDocument("_id", new BsonString(job))
            .append(BY, new BsonString(by))
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

  // Only what is still ours.
  private Mono<Void> release(String job, String by) {
    return Mono.from(
            documents.updateOne(
                Filters.and(Filters.eq("_id", job), Filters.eq(BY, by)),
                Updates.combine(Updates.set(BY, NOBODY), Updates.set(UNTIL, Instant.EPOCH))))
        .then();
  }
}
