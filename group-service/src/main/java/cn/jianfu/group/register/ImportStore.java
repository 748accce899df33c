package cn.jianfu.group.register;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The imports, and for a week the files that they came from. */
final class ImportStore {

  private static final Duration FILES_ARE_KEPT = Duration.ofDays(7);

  private final MongoCollection<ImportDocument> imports;
  private final MongoCollection<Document> files;

  ImportStore(MongoDatabase database) {
    this.imports = database.getCollection("imports", ImportDocument.class);
    this.files = database.getCollection("import_files");
  }

  Mono<ImportDocument> find(String id) {
    return Mono.from(imports.find(Filters.eq("_id", id)));
  }

  /** Imports that were begun and not brought to their end. */
  Flux<ImportDocument> begunBefore(Instant moment) {
    return Flux.from(
        imports.find(
            Filters.and(
                Filters.eq("state", ImportDocument.APPLYING), Filters.lt("at", moment))));
  }

  Mono<Void> add(ImportDocument it, byte[] file) {
    Document kept =
        new Document("_id", it.id()).append("at", Date.from(it.at())).append("bytes", file);
    return Mono.from(files.deleteMany(Filters.lt("at", it.at().minus(FILES_ARE_KEPT))))
        .then(Mono.from(files.insertOne(kept)))
        .then(Mono.from(imports.insertOne(it)))
        .then();
  }

  Mono<byte[]> file(String id) {
    return Mono.from(files.find(Filters.eq("_id", id)))
        .map(document -> document.get("bytes", Binary.class).getData());
  }

  Mono<Void> done(String id, List<PlannedRow> rows) {
    return Mono.from(
            imports.updateOne(
                Filters.eq("_id", id),
                Updates.combine(
                    Updates.set("state", ImportDocument.DONE), Updates.set("rows", rows))))
        .then();
  }
}
