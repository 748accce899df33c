package cn.jianfu.load;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * Documents as group-service writes them, with the event in their outbox, in the mix of the load:
 * what a bare driver inserts for comparison.
 */
final class SameDocuments {

  private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);
  private static final int EACH = 3_000;

  private final List<BsonDocument> activity;
  private final List<BsonDocument> groups;
  private final List<BsonDocument> members;
  private int number;

  private SameDocuments(Run run) {
    Map<String, BsonDocument> events = new HashMap<>();
    run.records()
        .read(
            Run.GROUP_TOPICS,
            Long.MAX_VALUE,
            record ->
                events.put(
                    record.key(), entry(new String(record.value(), StandardCharsets.UTF_8))));
    this.activity = some(run, "activity", events);
    this.groups = some(run, "groups", events);
    this.members = some(run, "members", events);
  }

  static SameDocuments of(Run run) {
    return new SameDocuments(run);
  }

  private static BsonDocument entry(String data) {
    return new BsonDocument("seq", new BsonInt64(1))
        .append("id", new BsonString("6745f0c2a3b1c2d3e4f50617-1"))
        .append("type", new BsonString("group.activity-recorded.v1"))
        .append("at", new BsonDateTime(0))
        .append("data", new BsonString(data));
  }

  private static List<BsonDocument> some(
      Run run, String collection, Map<String, BsonDocument> events) {
    List<BsonDocument> some = new ArrayList<>();
    MongoCollection<BsonDocument> from =
        run.database("group").getCollection(collection, BsonDocument.class);
    for (BsonDocument document : from.find().limit(EACH)) {
      BsonDocument entry = events.get(document.getString("_id").getValue());
      BsonArray outbox = new BsonArray();
      if (entry != null) {
        outbox.add(entry);
      }
      some.add(document.append("outbox", outbox));
    }
    return some;
  }

  /** So many batches; ids are new each time. */
  List<List<RawBsonDocument>> batches(int count, int size) {
    List<List<RawBsonDocument>> batches = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      List<RawBsonDocument> batch = new ArrayList<>(size);
      for (int j = 0; j < size; j++) {
        batch.add(next());
      }
      batches.add(batch);
    }
    return batches;
  }

  private RawBsonDocument next() {
    int n = number++;
    List<BsonDocument> kind =
        switch (n % 5) {
          case 0 -> groups;
          case 1 -> members;
          default -> activity;
        };
    BsonDocument document = kind.get(n / 5 % kind.size());
    document.put("_id", new BsonString("350213501901/WECOM/L" + n + "/2026-01-01"));
    BasicOutputBuffer bytes = new BasicOutputBuffer(2_048);
    try (BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
      new BsonDocumentCodec().encode(writer, document, EncoderContext.builder().build());
    }
    return new RawBsonDocument(bytes.toByteArray());
  }

  static void insert(Run run, List<RawBsonDocument> batch) {
    var _ =
        run.database("load_baseline")
            .getCollection("inserted", RawBsonDocument.class)
            .insertMany(batch, UNORDERED);
  }

  static void drop(Run run) {
    run.database("load_baseline").drop();
  }
}
