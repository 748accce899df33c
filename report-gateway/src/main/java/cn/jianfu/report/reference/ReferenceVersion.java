package cn.jianfu.report.reference;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** A number that rises whenever reference data has changed, for the other instances to notice. */
final class ReferenceVersion {

  private static final String ID = "reference";
  private static final String VERSION = "version";

  private final MongoCollection<Document> versions;

  ReferenceVersion(MongoDatabase database) {
    this.versions = database.getCollection("versions");
  }

  Mono<Long> current() {
    return Mono.from(versions.find(Filters.eq("_id", ID))).map(it -> it.getLong(VERSION));
  }

  Mono<Void> raise() {
    return Mono.from(
            versions.updateOne(
                Filters.eq("_id", ID), Updates.inc(VERSION, 1L), new UpdateOptions().upsert(true)))
        .then();
  }
}
