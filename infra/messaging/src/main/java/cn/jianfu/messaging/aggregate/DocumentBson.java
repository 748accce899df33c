package cn.jianfu.messaging.aggregate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** How the parts of an aggregate are written. */
final class DocumentBson {

  private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

  private DocumentBson() {}

  static BsonArray seen(List<Seen> seen) {
    BsonArray array = new BsonArray(seen.size());
    for (Seen one : seen) {
      BsonDocument document =
          new BsonDocument("key", new BsonString(one.key()))
              .append("hash", new BsonString(one.hash()))
              .append("version", new BsonInt64(one.version()))
              .append("write", new BsonObjectId(one.write()));
      if (one.result() != null) {
        document.append("result", new BsonString(one.result()));
      }
      array.add(document);
    }
    return array;
  }

  /** An array, because a source's name may hold dots, which field names may not. */
  static BsonArray sources(Map<String, Instant> sources) {
    BsonArray array = new BsonArray(sources.size());
    sources.forEach((source, time) ->
        array.add(new BsonDocument("source", new BsonString(source)).append("time", time(time))));
    return array;
  }

  /** Entries as bytes: the driver copies these, and writes anything else byte by byte. */
  static BsonArray outbox(List<OutboxEntry> outbox) {
    BsonArray array = new BsonArray(outbox.size());
    for (OutboxEntry entry : outbox) {
      BsonDocument document =
          new BsonDocument("seq", new BsonInt64(entry.seq()))
              .append("id", new BsonString(entry.id()))
              .append("type", new BsonString(entry.type()))
              .append("at", time(entry.at()))
              .append("data", new BsonString(entry.data()));
      if (entry.trace() != null) {
        document.append("trace", new BsonString(entry.trace()));
      }
      array.add(new RawBsonDocument(document, CODEC));
    }
    return array;
  }

  static BsonDocument lease(Lease lease) {
    return new BsonDocument("by", new BsonString(lease.by())).append("until", time(lease.until()));
  }

  static BsonDateTime time(Instant time) {
    return new BsonDateTime(time.toEpochMilli());
  }
}
