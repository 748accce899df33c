package cn.jianfu.messaging.aggregate;

import java.time.Instant;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** Reads what the relay needs of an aggregate's document, without its state. */
final class OutboxReader {

  private OutboxReader() {}

  static Outboxed outbox(RawBsonDocument document, Lease lease) {
    String id = "";
    List<OutboxEntry> entries = List.of();
    try (BsonReader reader = document.asBsonReader()) {
      reader.readStartDocument();
      while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
        switch (reader.readName()) {
          case Fields.ID -> id = reader.readString();
          case Fields.OUTBOX -> entries = DocumentReader.list(reader, OutboxReader::entry);
          default -> reader.skipValue();
        }
      }
    }
    return new Outboxed(id, entries, lease);
  }

  static OutboxEntry entry(BsonReader reader) {
    reader.readStartDocument();
    long seq = reader.readInt64("seq");
    String id = reader.readString("id");
    String type = reader.readString("type");
    Instant at = Instant.ofEpochMilli(reader.readDateTime("at"));
    String data = reader.readString("data");
    String trace = trace(reader);
    reader.readEndDocument();
    return new OutboxEntry(seq, id, type, at, data, trace);
  }

  static Lease lease(BsonReader reader) {
    reader.readStartDocument();
    String by = reader.readString("by");
    Instant until = Instant.ofEpochMilli(reader.readDateTime("until"));
    reader.readEndDocument();
    return new Lease(by, until);
  }

  private static @Nullable String trace(BsonReader reader) {
    if (reader.readBsonType() == BsonType.END_OF_DOCUMENT) {
      return null;
    }
    reader.skipName();
    return reader.readString();
  }
}
