package cn.jianfu.messaging.aggregate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.bson.types.ObjectId;

/** Reads an aggregate's document in one pass; parts that were not asked for are empty. */
final class DocumentReader<S> {

  private final StateCodec<S, ?> states;

  DocumentReader(StateCodec<S, ?> states) {
    this.states = states;
  }

  AggregateDocument<S> read(BsonDocument document) {
    try (BsonReader reader =
        document instanceof RawBsonDocument raw
            ? raw.asBsonReader()
            : new BsonDocumentReader(document)) {
      return read(reader);
    }
  }

  private AggregateDocument<S> read(BsonReader reader) {
    String id = "";
    long version = 0;
    long lastSeq = 0;
    S state = null;
    List<Seen> seen = List.of();
    Map<String, Instant> sources = Map.of();
    List<OutboxEntry> outbox = List.of();
    Lease lease = null;
    reader.readStartDocument();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      switch (reader.readName()) {
        case Fields.ID -> id = reader.readString();
        case Fields.VERSION -> version = reader.readInt64();
        case Fields.LAST_SEQ -> lastSeq = reader.readInt64();
        case Fields.STATE -> state = states.decode(reader);
        case Fields.SEEN -> seen = list(reader, DocumentReader::seen);
        case Fields.SOURCES -> sources = sources(reader);
        case Fields.OUTBOX -> outbox = list(reader, OutboxReader::entry);
        case Fields.LEASE -> lease = OutboxReader.lease(reader);
        default -> reader.skipValue();
      }
    }
    if (state == null) {
      throw new IllegalStateException("aggregate " + id + " has no state");
    }
    return new AggregateDocument<>(id, version, lastSeq, state, seen, sources, outbox, lease);
  }

  static <T> List<T> list(BsonReader reader, Function<BsonReader, T> element) {
    List<T> list = new ArrayList<>();
    reader.readStartArray();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      list.add(element.apply(reader));
    }
    reader.readEndArray();
    return list;
  }

  private static Seen seen(BsonReader reader) {
    reader.readStartDocument();
    String key = reader.readString("key");
    String hash = reader.readString("hash");
    long version = reader.readInt64("version");
    ObjectId write = reader.readObjectId("write");
    String result = null;
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      reader.skipName();
      result = reader.readString();
    }
    reader.readEndDocument();
    return new Seen(key, hash, version, write, result);
  }

  private static Map<String, Instant> sources(BsonReader reader) {
    Map<String, Instant> sources = new LinkedHashMap<>();
    reader.readStartArray();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      reader.readStartDocument();
      String source = reader.readString("source");
      sources.put(source, Instant.ofEpochMilli(reader.readDateTime("time")));
      reader.readEndDocument();
    }
    reader.readEndArray();
    return sources;
  }
}
