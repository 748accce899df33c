package cn.jianfu.group.register;

import cn.jianfu.messaging.DurableWrites;
import cn.jianfu.web.imports.FileProblems;
import cn.jianfu.web.problem.Problem;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps imports, each in a document, packed, and the marked file in another: a register of
 * thousands of rows stays below what a document may hold, and one that does not is refused before
 * anything of it is stored.
 */
final class ImportLog {

  private static final String STATE = "state";
  private static final String UNIT = "unit";
  private static final String AT = "at";
  private static final String RECORD = "record";
  private static final String FILE = "file";

  /** How often people were taken out of it: who has read it before that may not write it. */
  private static final String FORGOTTEN = "forgotten";

  private static final String NAMES_NOBODY = "namesNobody";

  /** Leaves room for the messages that are added when the import was carried out; 16 MB is all. */
  private static final int LARGEST_RECORD = 4 << 20;

  private static final int LARGEST_FILE = 15 << 20;

  private static final Bson UNDER_WAY =
      Filters.in(STATE, ImportRecord.State.PLANNED.name(), ImportRecord.State.UNDOING.name());

  private final MongoCollection<Document> documents;
  private final MongoCollection<Document> files;
  private final JsonMapper json;

  ImportLog(MongoDatabase database, JsonMapper json) {
    this.documents = database.getCollection("imports").withWriteConcern(DurableWrites.CONCERN);
    this.files = database.getCollection("import-files").withWriteConcern(DurableWrites.CONCERN);
    this.json = json;
  }

  /** What the latest are found by. */
  Mono<Void> ensureIndexes() {
    return Mono.from(documents.createIndex(Indexes.descending(AT))).then();
  }

  /** False when there is an import of that id already. */
  Mono<Boolean> insert(ImportRecord record, byte[] corrections) {
    byte[] packed = packed(record);
    if (packed.length > LARGEST_RECORD || corrections.length > LARGEST_FILE) {
      return Mono.error(Problem.of(FileProblems.TOO_LARGE).toException());
    }
    Document document =
        new Document("_id", record.id())
            .append(STATE, record.state().name())
            .append(UNIT, record.unit())
            .append(AT, Date.from(record.at()))
            .append(RECORD, new Binary(packed));
    // The record last: with it the import is there.
    return keep(record, corrections)
        .then(Mono.from(documents.insertOne(document)))
        .map(_ -> true)
        .onErrorResume(MongoWriteException.class, ImportLog::unlessThereAlready);
  }

  private Mono<UpdateResult> keep(ImportRecord record, byte[] file) {
    String id = fileId(record);
    return Mono.from(
        files.replaceOne(
            Filters.eq("_id", id),
            new Document("_id", id)
                .append(AT, Date.from(record.at()))
                .append(FILE, new Binary(file)),
            new ReplaceOptions().upsert(true)));
  }

  /** Two files under one key are two files, although only the first is imported. */
  private static String fileId(ImportRecord record) {
    return record.id() + "/" + record.bodyHash();
  }

  private static Mono<Boolean> unlessThereAlready(MongoWriteException failure) {
    return failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
        ? Mono.just(false)
        : Mono.error(failure);
  }

  /**
   * The next state of an import, if it is in that one still, and names whom it named; else what it
   * is now. Who is late with carrying out what others have carried out, and undone, changes
   * nothing, and brings nobody back.
   */
  Mono<ImportRecord> advance(ImportRecord.State from, ImportRecord next) {
    return Mono.from(
            documents.updateOne(
                Filters.and(
                    Filters.eq("_id", next.id()),
                    Filters.eq(STATE, from.name()),
                    Filters.eq(FORGOTTEN, timesForgotten(next))),
                Updates.combine(
                    Updates.set(STATE, next.state().name()),
                    Updates.set(AT, Date.from(next.askedAt())),
                    Updates.set(RECORD, new Binary(packed(next))))))
        .flatMap(done -> done.getMatchedCount() == 1 ? Mono.just(next) : find(next.id()));
  }

  Mono<ImportRecord> find(String id) {
    return Mono.from(documents.find(Filters.eq("_id", id))).map(this::record);
  }

  Mono<byte[]> corrections(ImportRecord record) {
    return Mono.from(files.find(Filters.eq("_id", fileId(record))))
        .map(document -> document.get(FILE, Binary.class).getData());
  }

  /** Those of these units; for {@link #latest}. */
  static Bson ofUnits(Collection<String> units) {
    return Filters.in(UNIT, units);
  }

  /** Of those that match, the latest that were carried out or are, the latest first. */
  Flux<ImportRecord> latest(Bson which, int most) {
    return Flux.from(
            documents
                .find(Filters.and(Filters.ne(STATE, ImportRecord.State.CHECKED.name()), which))
                .sort(Sorts.descending(AT))
                .limit(most))
        .map(this::record);
  }

  /** Imports and undos that were asked for before then and not carried out to the end. */
  Flux<ImportRecord> leftBehind(Instant before) {
    return Flux.from(documents.find(Filters.and(UNDER_WAY, Filters.lt(AT, Date.from(before)))))
        .map(this::record);
  }

  /** Imports and undos that go on, of those that somebody was taken out of. */
  Flux<ImportRecord> underWayWithout() {
    return Flux.from(documents.find(Filters.and(UNDER_WAY, Filters.exists(FORGOTTEN))))
        .map(this::record);
  }

  /** Writes anew, without its marked file, each import that the change changes. */
  Flux<Rewritten> rewrite(UnaryOperator<ImportRecord> change) {
    return rewrite(Filters.empty(), change);
  }

  /** Those that were asked for before then, and still name whom the register named. */
  Flux<Rewritten> rewriteOlder(Instant than, UnaryOperator<ImportRecord> change) {
    return rewrite(
        Filters.and(Filters.lt(AT, Date.from(than)), Filters.ne(NAMES_NOBODY, true)), change);
  }

  /**
   * What was done to an import.
   *
   * @param written whether it was written anew, and not by somebody else meanwhile
   * @param sheets how many of its marked files were deleted
   */
  record Rewritten(String id, boolean written, long sheets) {

    Rewritten and(long more) {
      return new Rewritten(id, written, sheets + more);
    }
  }

  private Flux<Rewritten> rewrite(Bson filter, UnaryOperator<ImportRecord> change) {
    return Flux.from(documents.find(filter).projection(Projections.include("_id")))
        .concatMap(it -> rewrite(it.getString("_id"), change), 1);
  }

  private Mono<Rewritten> rewrite(String id, UnaryOperator<ImportRecord> change) {
    return Mono.from(documents.find(Filters.eq("_id", id)))
        .flatMap(document -> {
          ImportRecord known = record(document);
          ImportRecord next = change.apply(known);
          return next.equals(known) ? Mono.empty() : replace(document, next, change);
        });
  }

  /** Again when somebody has carried it further meanwhile. The file first: it has no second try. */
  private Mono<Rewritten> replace(
      Document seen, ImportRecord next, UnaryOperator<ImportRecord> change) {
    Bson rewriting =
        Updates.combine(
            Updates.set(RECORD, new Binary(packed(next))),
            Updates.set(FORGOTTEN, timesForgotten(next)),
            Updates.set(NAMES_NOBODY, next.namesNobody()));
    return Mono.from(files.deleteMany(Filters.regex("_id", "^" + Pattern.quote(next.id() + "/"))))
        .flatMap(deleted ->
            Mono.from(
                    documents.updateOne(
                        Filters.and(
                            Filters.eq("_id", next.id()),
                            Filters.eq(RECORD, seen.get(RECORD, Binary.class))),
                        rewriting))
                .flatMap(done ->
                    done.getMatchedCount() == 1
                        ? Mono.just(new Rewritten(next.id(), true, deleted.getDeletedCount()))
                        : again(next.id(), change, deleted.getDeletedCount())));
  }

  /** Who was slower in writing may have been the one to delete the files. */
  private Mono<Rewritten> again(String id, UnaryOperator<ImportRecord> change, long deleted) {
    return rewrite(id, change)
        .defaultIfEmpty(new Rewritten(id, false, 0))
        .map(done -> done.and(deleted))
        .filter(done -> done.written() || done.sheets() > 0);
  }

  private static @Nullable Integer timesForgotten(ImportRecord record) {
    ForgottenPeople forgotten = record.forgotten();
    return forgotten == null ? null : forgotten.times();
  }

  /**
   * Deletes the marked files that were kept before then and are of no import, because whoever sent
   * them was cut short; how many there were. Earlier versions kept no time with a file.
   */
  Mono<Integer> deleteStraySheets(Instant before) {
    return Flux.from(
            files
                .find(Filters.or(Filters.lt(AT, Date.from(before)), Filters.exists(AT, false)))
                .projection(Projections.include("_id")))
        .map(file -> file.getString("_id"))
        .concatMap(
            file ->
                find(file.substring(0, file.lastIndexOf('/')))
                    .hasElement()
                    .filter(isOfAnImport -> !isOfAnImport)
                    .flatMap(_ -> Mono.from(files.deleteOne(Filters.eq("_id", file)))),
            1)
        .reduce(0, (all, deleted) -> all + (int) deleted.getDeletedCount());
  }

  private ImportRecord record(Document document) {
    byte[] packed = document.get(RECORD, Binary.class).getData();
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return json.readValue(in, ImportRecord.class);
    } catch (IOException fromMemory) {
      throw new UncheckedIOException(fromMemory);
    }
  }

  private byte[] packed(ImportRecord record) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      json.writeValue(zip, record);
    } catch (IOException toMemory) {
      throw new UncheckedIOException(toMemory);
    }
    return out.toByteArray();
  }
}
