package cn.jianfu.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder gives back to the next store, and when it is not opened. */
class FolderTest {
  @TempDir Path folder;

  @Test
  void documentsIndexesAndDropsComeBack() {
    with(database -> {
      MongoCollection<Document> groups = database.getCollection("groups");
      groups.createIndex(
          Indexes.ascending("alias"),
          new IndexOptions().unique(true).partialFilterExpression(eq("live", true)));
      groups.insertMany(List.of(group("a", true), group("b", false), group("c", true)));
      groups.deleteOne(eq("_id", "c"));
      groups.updateOne(eq("_id", "a"), Updates.currentDate("seen"));
      database.getCollection("gone").insertOne(new Document());
      database.getCollection("gone").drop();
      database.getCollection("ids").insertOne(new Document("n", 1));
    });
    List<Document> before = new ArrayList<>();
    with(database -> before.addAll(everything(database)));
    with(database -> {
      assertThat(everything(database)).isEqualTo(before);
      MongoCollection<Document> groups = database.getCollection("groups");
      assertThat(groups.listIndexes().map(index -> index.getString("name")))
          .containsExactly("_id_", "alias_1");
      assertThat(database.listCollectionNames()).containsExactlyInAnyOrder("groups", "ids");
      assertThatThrownBy(() ->
              groups.insertOne(new Document("_id", "d").append("alias", "a").append("live", true)))
          .hasMessageContaining("E11000");
    });
  }

  private static List<Document> everything(MongoDatabase database) {
    List<Document> all = new ArrayList<>();
    database.getCollection("groups").find().into(all);
    database.getCollection("ids").find().into(all);
    assertThat(all).hasSize(3);
    return all;
  }

  private static Document group(String id, boolean live) {
    return new Document("_id", id).append("alias", id).append("live", live);
  }

  @Test
  void snapshotsReplaceFullJournals() throws Exception {
    for (int round = 1; round <= 3; round++) {
      int updates = 300 * round;
      with(database -> {
        MongoCollection<Document> counters = database.getCollection("counters");
        for (int i = 0; i < 300; i++) {
          counters.updateOne(
              eq("_id", "c" + i % 10),
              inc("n", 1),
              new com.mongodb.client.model.UpdateOptions().upsert(true));
        }
      });
      with(database ->
          assertThat(
                  database.getCollection("counters").find().into(new ArrayList<>()).stream()
                      .mapToInt(counter -> counter.getInteger("n"))
                      .sum())
              .isEqualTo(updates));
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(files(".snapshot")).hasSize(1));
    assertThat(files(".journal").size()).isBetween(1, 2);
    assertThat(files(".new")).isEmpty();
  }

  @Test
  void aFolderInUseIsRefused() {
    try (InProcessStore store = open()) {
      assertThat(store.address().getPort()).isPositive();
      assertThatThrownBy(this::open)
          .isInstanceOf(StoreUnreadable.class)
          .hasMessageContaining("is in use by another process");
    }
    open().close();
  }

  @Test
  void aFolderInUseByAnotherProcessIsRefused() throws Exception {
    try (StoreProcess _ = StoreProcess.start(folder, 1 << 20)) {
      Process second = StoreProcess.launch(folder, 1 << 20);
      boolean ended = second.waitFor(30, TimeUnit.SECONDS);
      if (!ended) {
        second.destroyForcibly();
      }
      assertThat(ended).isTrue();
      assertThat(second.exitValue()).isEqualTo(1);
      assertThat(second.inputReader().lines().toList())
          .anyMatch(line -> line.contains("is in use by another process"));
    }
  }

  @Test
  void aTornTailIsCutOffAndADamagedMiddleIsRefused() throws Exception {
    with(database -> {
      for (int i = 0; i < 20; i++) {
        database.getCollection("groups").insertOne(new Document("_id", i));
      }
    });
    Path journal = files(".journal").getFirst();
    Files.write(journal, new byte[] {0x4a, 0x46, 0x52}, StandardOpenOption.APPEND);
    with(database -> assertThat(database.getCollection("groups").countDocuments()).isEqualTo(20));

    byte[] bytes = Files.readAllBytes(journal);
    bytes[bytes.length / 2] ^= 1;
    Files.write(journal, bytes);
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnreadable.class)
        .hasMessageContaining("00000001.journal is damaged at byte")
        .hasMessageContaining("good records follow a broken one")
        .hasMessageContaining("Nothing was changed");
    assertThat(Files.readAllBytes(journal)).isEqualTo(bytes);
    bytes[bytes.length / 2] ^= 1;
    Files.write(journal, bytes);
    open().close();
  }

  @Test
  void aForeignFileIsRefused() throws Exception {
    Files.writeString(folder.resolve("00000001.journal"), "not a journal at all, by any means");
    assertThatThrownBy(this::open).hasMessageContaining("does not begin like a file of this store");
  }

  @Test
  void aMissingJournalIsRefused() throws Exception {
    with(database -> database.getCollection("groups").insertOne(new Document("_id", 1)));
    Files.move(files(".journal").getFirst(), folder.resolve("00000003.journal"));
    assertThatThrownBy(this::open).hasMessageContaining("00000001.journal is missing");
  }

  private InProcessStore open() {
    return InProcessStore.open(StoreSettings.in(folder, 0).withJournalBytes(4_000));
  }

  private void with(Consumer<MongoDatabase> work) {
    try (InProcessStore store = open();
        MongoClient client = MongoClients.create(store.connectionString())) {
      work.accept(client.getDatabase("group"));
    }
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    }
  }
}
