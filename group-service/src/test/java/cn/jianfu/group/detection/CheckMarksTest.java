package cn.jianfu.group.detection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class CheckMarksTest {

  private final InProcessStore store = InProcessStore.open(StoreSettings.inMemory());
  private final MongoClient client = MongoClients.create(store.connectionString());
  private final MongoCollection<Document> groups =
      client.getDatabase("group").getCollection("groups");
  private final CheckMarks marks = new CheckMarks(client.getDatabase("group"));

  @AfterEach
  void stop() {
    client.close();
    store.close();
  }

  @Test
  void whatWasWrittenWhileItWasLookedAtIsLookedAtAgain() {
    Mono.from(groups.insertMany(List.of(marked("calm"), marked("busy")))).block();
    CheckMarks.Seen seen = marks.seen().block();

    Mono.from(groups.updateOne(Filters.eq("_id", "busy"), Updates.inc("version", 1L))).block();
    marks.clear(seen).block();

    assertThat(marks.any().block()).isTrue();
    marks.clear(marks.seen().block()).block();
    assertThat(marks.any().block()).isFalse();
  }

  private static Document marked(String id) {
    return new Document("_id", id)
        .append("version", 1L)
        .append("state", new Document("checkDue", true));
  }
}
