package cn.jianfu.report;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import reactor.core.publisher.Flux;

/** What the gateway keeps of what it was told through its API: not what it computes of it. */
record StoredState(Map<String, List<String>> byCollection) {

  private static final List<String> COLLECTIONS =
      List.of(
          "org_units",
          "work_calendars",
          "rule_sets",
          "exemptions",
          "rounds",
          "finding_handlings",
          "read_side");

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

  private static String text(Document document) {
    return document.get("_id") + " " + document.get("version") + " " + document.get("state");
  }
}
