package cn.jianfu.acceptance.stored;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** The documents of the services' databases, as lines of extended JSON. */
final class StoreContents {

  private static final List<String> DATABASES = List.of("group", "report");

  /** Who was logged in. */
  private static final String SESSIONS = "console-sessions";

  private static final JsonWriterSettings EXACT =
      JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

  private StoreContents() {}

  static List<String> read(String store) {
    List<String> lines = new ArrayList<>();
    try (MongoClient client = MongoClients.create(store)) {
      for (String database : DATABASES) {
        for (String collection : client.getDatabase(database).listCollectionNames()) {
          if (!collection.equals(SESSIONS)) {
            client
                .getDatabase(database)
                .getCollection(collection, BsonDocument.class)
                .find()
                .forEach(document -> lines.add(line(database, collection, document)));
          }
        }
      }
    }
    return lines;
  }

  private static String line(String database, String collection, BsonDocument document) {
    return "{\"database\":\"%s\",\"collection\":\"%s\",\"document\":%s}"
        .formatted(database, collection, document.toJson(EXACT));
  }

  static void write(String store, List<String> lines) {
    Map<MongoNamespace, List<BsonDocument>> collections =
        lines.stream()
            .map(BsonDocument::parse)
            .collect(
                groupingBy(
                    StoreContents::namespace,
                    mapping(line -> line.getDocument("document"), toList())));
    try (MongoClient client = MongoClients.create(store)) {
      collections.forEach((name, documents) -> {
        var _ =
            client
                .getDatabase(name.getDatabaseName())
                .getCollection(name.getCollectionName(), BsonDocument.class)
                .insertMany(documents);
      });
    }
  }

  private static MongoNamespace namespace(BsonDocument line) {
    return new MongoNamespace(
        line.getString("database").getValue(), line.getString("collection").getValue());
  }
}
