package cn.jianfu.identity.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The collection {@code journal}, which only grows. */
@Component
class Journal {

  private final MongoCollection<Document> journal;
  private final Clock clock;

  Journal(MongoDatabase database, Clock clock) {
    this.journal = database.getCollection("journal");
    this.clock = clock;
  }

  /** One change, or one that was refused: the status says which. */
  record Entry(Instant at, String actor, String method, String path, int status) {}

  void record(String actor, String method, String path, int status) {
    journal.insertOne(
        new Document("at", Date.from(clock.instant()))
            .append("actor", actor)
            .append("method", method)
            .append("path", path)
            .append("status", status));
  }

  List<Entry> latest(int limit) {
    return journal
        .find()
        .sort(Sorts.descending("_id"))
        .limit(limit)
        .map(entry ->
            new Entry(
                entry.getDate("at").toInstant(),
                entry.getString("actor"),
                entry.getString("method"),
                entry.getString("path"),
                entry.getInteger("status", 0)))
        .into(new ArrayList<>());
  }
}
