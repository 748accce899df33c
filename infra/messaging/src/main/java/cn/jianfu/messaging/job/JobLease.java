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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import reactor.util.retry.Retry;

/**
 * One lease document for each timed job: of several instances, one runs it, once at a time. Jobs
 * stay safe to repeat, because a lease that ends does not stop who held it.
 */
public final class JobLease implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobLease.class);
  private static final String BY = "by";
  private static final String NOBODY = "";
  private static final String UNTIL = "until";

  /** So often in its time: one that is late or lost does not end it. */
  private static final int PROLONGED_WITHIN = 3;

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

  private final MongoCollection<BsonDocument> documents;
  private final InstantSource clock;
  private final String instance = new ObjectId().toHexString();
  private final Set<Run> notLetGo = ConcurrentHashMap.newKeySet();

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
      Run run = new Run(job, new ObjectId().toHexString(), signOfLife);
      notLetGo.add(run);
      return begun(run)
          .flatMap(_ ->
              Mono.usingWhen(
                  Mono.fromSupplier(() -> prolonged(run)),
                  _ -> work.get(),
                  prolonging -> letGo(run, prolonging),
                  (prolonging, _) -> letGo(run, prolonging),
                  prolonging -> letGo(run, prolonging)));
    });
  }

  /** Empty while another is at it. An answer that was lost may have been a yes. */
  private Mono<Boolean> begun(Run run) {
    return acquire(run.job(), run.id(), run.signOfLife())
        .doOnNext(ours -> {
          if (!ours) {
            notLetGo.remove(run);
          }
        })
        .doOnError(_ -> letGoLater(run))
        .doOnCancel(() -> letGoLater(run))
        .filter(Boolean::booleanValue);
  }

  private Disposable prolonged(Run run) {
    return Flux.interval(run.signOfLife().dividedBy(PROLONGED_WITHIN))
        .onBackpressureDrop()
        .concatMap(_ -> prolong(run))
        .subscribe();
  }

  // Never of a lease that is free: one that was let go meanwhile would be taken for nobody.
  private Mono<Void> prolong(Run run) {
    return Mono.defer(() ->
            Mono.from(
                documents.updateOne(
                    held(run), Updates.set(UNTIL, clock.instant().plus(run.signOfLife())))))
        .doOnNext(done -> {
          if (done.getMatchedCount() == 0) {
            LOG.warn("the lease of {} is lost while the work goes on", run.job());
          }
        })
        .onErrorResume(failure -> {
          // The next one is in time, too.
          LOG.warn("the lease of {} could not be prolonged", run.job(), failure);
          return Mono.empty();
        })
        .then();
  }

  /** What came of the work stands, whether the store hears of its end or not. */
  private Mono<Void> letGo(Run run, Disposable prolonging) {
    prolonging.dispose();
    return release(run)
        .onErrorResume(_ -> {
          letGoLater(run);
          return Mono.empty();
        });
  }

  // A store that was away for a second must not keep everybody from a job for minutes.
  private void letGoLater(Run run) {
    long attempts = run.signOfLife().dividedBy(BETWEEN_ATTEMPTS);
    Mono.defer(() -> notLetGo.contains(run) ? release(run) : Mono.empty())
        .delaySubscription(BETWEEN_ATTEMPTS)
        .retryWhen(Retry.fixedDelay(attempts, BETWEEN_ATTEMPTS))
        .doOnError(failure -> LOG.warn("the lease of {} ends by itself", run.job(), failure))
        .onErrorComplete()
        .doFinally(_ -> notLetGo.remove(run))
        .subscribe();
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

  private Mono<Void> release(Run run) {
    return Mono.from(
            documents.updateOne(
                held(run),
                Updates.combine(Updates.set(BY, NOBODY), Updates.set(UNTIL, Instant.EPOCH))))
        .doOnNext(_ -> notLetGo.remove(run))
        .then();
  }

  // Only what is still ours.
  private static Bson held(Run run) {
    return Filters.and(Filters.eq("_id", run.job()), Filters.eq(BY, run.id()));
  }

  /** Lets go of all that is under way here: who stops in the middle keeps nobody waiting. */
  @Override
  public void close() {
    Flux.fromIterable(notLetGo)
        .flatMap(this::release)
        .then()
        .timeout(LONGEST_CLOSE)
        .doOnError(failure -> LOG.warn("leases end by themselves: {}", notLetGo, failure))
        .onErrorComplete()
        .block();
    notLetGo.clear();
  }

  /** One time that a job is done. */
  private record Run(String job, String id, Duration signOfLife) {}
}
