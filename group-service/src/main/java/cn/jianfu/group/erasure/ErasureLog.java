package cn.jianfu.group.erasure;

import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.messaging.DurableWrites;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps that somebody was erased: by whom, when and out of how much. */
final class ErasureLog {

  private final MongoCollection<ErasureRecord> documents;

  ErasureLog(MongoDatabase database) {
    this.documents =
        database
            .getCollection("erasures", ErasureRecord.class)
            .withWriteConcern(DurableWrites.CONCERN);
  }

  Mono<Void> begun(String id, Instant at, Actor by) {
    var record =
        new ErasureRecord(
            id, at, by.issuer(), by.subject(), by.role(), by.unit(), null, null, null, null);
    return Mono.from(documents.insertOne(record)).then();
  }

  Mono<Erased> done(String id, Erased erased) {
    return Mono.from(
            documents.updateOne(
                Filters.eq("_id", id),
                Updates.combine(
                    Updates.set("members", erased.members()),
                    Updates.set("groups", erased.groups()),
                    Updates.set("staff", erased.staff()),
                    Updates.set("imports", erased.imports()))))
        .thenReturn(erased);
  }

  /** The latest first. */
  Flux<ErasureRecord> latest(int limit) {
    return Flux.from(documents.find().sort(Sorts.descending("at")).limit(limit));
  }
}
