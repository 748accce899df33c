package cn.jianfu.group.register;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keeps imports, each in one document. */
final class ImportLog {

  private static final String STATE = "state";
  private static final String UNIT = "unit";
  private static final String AT = "at";
  private static final String RECORD = "record";
  private static final String CORRECTIONS = "corrections";

  private final MongoCollection<Document> documents;
  private final JsonMapper json;

  ImportLog(MongoDatabase database, JsonMapper json) {
    this.documents =
        database.getCollection("imports").withWriteConcern(WriteConcern.W1.withJournal(true));
    this.json = json;
  }

  /** False when there is an import of that id already. */
  Mono<Boolean> insert(ImportRecord record, byte[] corrections) {
    Document document =
        new Document("_id", record.id())
            .append(STATE, record.state().name())
            .append(UNIT, record.unit())
            .append(AT, Date.from(record.at()))
            .append(RECORD, json.writeValueAsString(record))
            .append(CORRECTIONS, new Binary(corrections));
    return Mono.from(documents.insertOne(document))
        .map(_ -> true)
        .onErrorResume(MongoWriteException.class, ImportLog::unlessThereAlready);
  }

  private static Mono<Boolean> unlessThereAlready(MongoWriteException failure) {
    return failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
        ? Mono.just(false)
        : Mono.error(failure);
  }

  Mono<Void> replace(ImportRecord record) {
    return Mono.from(
            documents.updateOne(
                Filters.eq("_id", record.id()),
                Updates.combine(
                    Updates.set(STATE, record.state().name()),
                    Updates.set(RECORD, json.writeValueAsString(record)))))
        .then();
  }

  Mono<ImportRecord> find(String id) {
    return Mono.from(
            documents.find(Filters.eq("_id", id)).projection(Projections.exclude(CORRECTIONS)))
        .map(this::record);
  }

  Mono<byte[]> corrections(String id) {
    return Mono.from(documents.find(Filters.eq("_id", id)))
        .map(document -> document.get(CORRECTIONS, Binary.class).getData());
  }

  /** Plans that were stored before then and not carried out to the end. */
  Flux<ImportRecord> leftBehind(Instant before) {
    return Flux.from(
            documents.find(
                Filters.and(
                    Filters.eq(STATE, ImportRecord.State.PLANNED.name()),
                    Filters.lt(AT, Date.from(before)))))
        .map(this::record);
  }

  private ImportRecord record(Document document) {
    return json.readValue(document.getString(RECORD), ImportRecord.class);
  }
}
