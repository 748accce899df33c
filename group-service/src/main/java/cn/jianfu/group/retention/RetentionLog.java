package cn.jianfu.group.retention;

import cn.jianfu.messaging.DurableWrites;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps when it was looked for people whose time is over, and what that has changed. */
final class RetentionLog {

  /** Somewhat more than a year of daily looks. */
  static final int KEPT = 400;

  private final MongoCollection<RetentionRecord> documents;

  RetentionLog(MongoDatabase database) {
    this.documents =
        database
            .getCollection("retentions", RetentionRecord.class)
            .withWriteConcern(DurableWrites.CONCERN);
  }

  Mono<Void> begun(String id, Instant at) {
    return Mono.from(documents.insertOne(new RetentionRecord(id, at, null, null, null, null)))
        .then(dropOldest());
  }

  private Mono<Void> dropOldest() {
    return latest(KEPT)
        .skip(KEPT - 1L)
        .next()
        .flatMap(oldest -> Mono.from(documents.deleteMany(Filters.lt("at", oldest.at()))))
        .then();
  }

  Mono<Changed> changed(String id, Changed changed) {
    return Mono.from(
            documents.updateOne(
                Filters.eq("_id", id), Updates.set(changed.of().word(), changed.count())))
        .thenReturn(changed);
  }

  /** The latest first. */
  Flux<RetentionRecord> latest(int limit) {
    return Flux.from(documents.find().sort(Sorts.descending("at")).limit(limit));
  }
}
