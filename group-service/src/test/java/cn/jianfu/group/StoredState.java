package cn.jianfu.group;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import reactor.core.publisher.Flux;

/**
 * What the service keeps, as a client could have changed it: without the marks of its own jobs, and
 * without what the detection makes of it in its own time.
 */
record StoredState(Map<String, List<String>> byCollection) {

  private static final List<String> COLLECTIONS =
      List.of("groups", "members", "activity", "staff", "self_checks", "imports");

  static StoredState of(MongoDatabase database) {
    Map<String, List<String>> all = new TreeMap<>();
    for (String collection : COLLECTIONS) {
      List<String> documents = new ArrayList<>();
      Flux.from(database.getCollection(collection).find())
          .doOnNext(document -> documents.add(text(document)))
          .blockLast();
      documents.sort(null);
      all.put(collection, documents);
    }
    return new StoredState(all);
  }

  StoredState without(String collection) {
    Map<String, List<String>> rest = new TreeMap<>(byCollection);
    rest.remove(collection);
    return new StoredState(rest);
  }

  private static String text(Document document) {
    if (document.get("state") instanceof Document state) {
      state.remove("checkDue");
    }
    return document.getString("_id") + " " + document.get("version") + " " + document.get("state");
  }
}
