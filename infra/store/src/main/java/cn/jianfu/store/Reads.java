package cn.jianfu.store;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The commands find and aggregate of one database, through the indexes and in batches. */
final class Reads {
  private static final Set<String> REFUSED_STAGES =
      Set.of("$out", "$merge", "$changeStream", "$listSessions");
  private static final int COMMAND_NOT_SUPPORTED = 115;

  private final StoreDatabase database;
  private final CursorRegistry cursors;

  Reads(StoreDatabase database, CursorRegistry cursors) {
    this.database = database;
    this.cursors = cursors;
  }

  List<Document> all(String name) {
    StoreCollection collection = database.collection(name);
    return collection == null ? List.of() : collection.find(new Document(), null, 0, 0).toList();
  }

  Document find(Document query) {
    refuseCollation(query);
    String name = Fields.text(query, "find");
    StoreCollection collection = database.collection(name);
    if (collection == null) {
      return batch(query, name, Stream.empty(), 0);
    }
    Document projection = (Document) query.get("projection");
    Stream<byte[]> found =
        collection.answers(
            Fields.documentOrEmpty(query, "filter"),
            (Document) query.get("sort"),
            Fields.number(query, "skip", 0),
            Fields.number(query, "limit", 0),
            projection);
    return batch(query, name, found, Fields.number(query, "batchSize", 0));
  }

  Document aggregate(Document query, DatabaseResolver databases) {
    refuseCollation(query);
    String name = Fields.text(query, "aggregate");
    List<Document> pipeline = Aggregation.parse(query.get("pipeline"));
    for (Document stage : pipeline) {
      stage.keySet().stream()
          .filter(REFUSED_STAGES::contains)
          .forEach(operation -> {
            throw refused("aggregation stage " + operation);
          });
    }
    StoreCollection collection = database.collection(name);
    Pipeline split = Pipeline.of(pipeline);
    Aggregation rest =
        Aggregation.fromPipeline(split.rest(), databases, database, collection, NoopOplog.get());
    rest.validate(query);
    Stream<Document> found =
        collection == null
            ? Stream.empty()
            : collection.find(split.filter(), split.orderBy(), 0, split.limit());
    return batch(
        query,
        name,
        rest.runStagesAsStream(found).map(Documents::bytesOf),
        Fields.number(Fields.document(query, "cursor"), "batchSize", 0));
  }

  private Document batch(Document query, String name, Stream<byte[]> found, int batchSize) {
    Iterator<byte[]> documents = found.iterator();
    ResultCursor cursor = new ResultCursor(cursors.generateCursorId(), documents);
    List<Document> first = cursor.firstBatch(batchSize);
    boolean more = !Utils.isTrue(query.get("singleBatch")) && !cursor.isEmpty();
    if (more) {
      cursors.add(cursor);
    }
    return Replies.cursor(
        database.getDatabaseName() + "." + name, "firstBatch", first, more ? cursor.getId() : 0);
  }

  private static void refuseCollation(Document query) {
    if (query.containsKey("collation")) {
      throw refused("collation");
    }
  }

  private static MongoServerError refused(String what) {
    return new MongoServerError(
        COMMAND_NOT_SUPPORTED, "CommandNotSupported", "the in-process store has no " + what);
  }
}
