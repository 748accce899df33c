package cn.jianfu.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the platform asks of the store, asked with the driver. */
class DriverTest {
  private InProcessStore store;
  private MongoClient client;
  private MongoDatabase database;
  private MongoCollection<Document> groups;

  @BeforeEach
  void open() {
    store = InProcessStore.open(StoreSettings.inMemory());
    client = MongoClients.create(store.connectionString());
    database = client.getDatabase("group");
    groups = database.getCollection("groups");
  }

  @AfterEach
  void close() {
    client.close();
    store.close();
  }

  @Test
  void healthChecksAreAnswered() {
    assertThat(database.runCommand(new Document("ping", 1)).get("ok")).isEqualTo(1.0);
    assertThat(database.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary"))
        .isTrue();
    assertThat(database.runCommand(new Document("buildInfo", 1)).getString("version")).isNotEmpty();
  }

  @Test
  void anUpdateWithAStaleVersionMatchesNothing() {
    groups.insertOne(new Document("_id", "a").append("version", 1));
    var update = combine(set("name", "new"), inc("version", 1));
    assertThat(groups.updateOne(and(eq("_id", "a"), eq("version", 1)), update).getMatchedCount())
        .isOne();
    assertThat(groups.updateOne(and(eq("_id", "a"), eq("version", 1)), update).getMatchedCount())
        .isZero();
    assertThat(groups.find(eq("_id", "a")).first())
        .isEqualTo(new Document("_id", "a").append("version", 2).append("name", "new"));
  }

  @Test
  void ofTwoWritersWithTheSameVersionExactlyOneMatches() throws Exception {
    groups.insertOne(new Document("_id", "a").append("version", 0));
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int round = 0; round < 50; round++) {
        int version = round;
        Callable<Long> write =
            () ->
                groups
                    .updateOne(and(eq("_id", "a"), eq("version", version)), inc("version", 1))
                    .getMatchedCount();
        long matched = 0;
        for (Future<Long> each : threads.invokeAll(java.util.Collections.nCopies(8, write))) {
          matched += each.get();
        }
        assertThat(matched).isOne();
      }
    }
  }

  @Test
  void anOutboxIsPushedReadAndPulled() {
    groups.insertOne(new Document("_id", "a").append("version", 1).append("outbox", List.of()));
    groups.updateOne(
        eq("_id", "a"),
        combine(
            inc("version", 1),
            pushEach("outbox", List.of(entry(1, 10), entry(2, 20), entry(3, 30))),
            pushEach("seen", List.of("k1", "k2", "k3"), new PushOptions().slice(-2))));
    assertThat(groups.find(and(eq("_id", "a"), exists("outbox.0"))).first())
        .extracting("seen")
        .isEqualTo(List.of("k2", "k3"));
    groups.updateOne(eq("_id", "a"), pull("outbox", new Document("seq", new Document("$lte", 2))));
    assertThat(groups.find(eq("_id", "a")).first())
        .extracting("outbox")
        .isEqualTo(List.of(entry(3, 30)));
    groups.updateOne(eq("_id", "a"), pull("outbox", lte("seq", 3)));
    assertThat(groups.find(and(eq("_id", "a"), exists("outbox.0"))).first()).isNull();
  }

  private static Document entry(int seq, long at) {
    return new Document("seq", seq).append("at", at);
  }

  @Test
  void aDuplicateIsReportedForItsItemAndTheOthersAreInserted() {
    groups.insertOne(new Document("_id", "b"));
    assertThatThrownBy(() -> groups.insertOne(new Document("_id", "b")))
        .isInstanceOfSatisfying(
            MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
    List<Document> batch =
        List.of(new Document("_id", "a"), new Document("_id", "b"), new Document("_id", "c"));
    assertThatThrownBy(() -> groups.insertMany(batch, new InsertManyOptions().ordered(false)))
        .isInstanceOfSatisfying(
            MongoBulkWriteException.class,
            e -> {
              assertThat(e.getWriteErrors())
                  .extracting(BulkWriteError::getIndex, BulkWriteError::getCode)
                  .containsExactly(org.assertj.core.groups.Tuple.tuple(1, 11000));
              assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2);
            });
    assertThat(groups.countDocuments()).isEqualTo(3);
  }

  @Test
  void anOrderedBatchEndsAtItsFirstError() {
    groups.insertOne(new Document("_id", "b"));
    List<Document> batch =
        List.of(new Document("_id", "a"), new Document("_id", "b"), new Document("_id", "c"));
    assertThatThrownBy(() -> groups.insertMany(batch))
        .isInstanceOfSatisfying(
            MongoBulkWriteException.class,
            e -> assertThat(e.getWriteResult().getInsertedCount()).isOne());
    assertThat(groups.countDocuments()).isEqualTo(2);
  }

  @Test
  void anUnorderedBulkOfGuardedUpdatesCountsWhatMatched() {
    groups.insertMany(List.of(at("a", 5), at("b", 9)));
    var result =
        groups.bulkWrite(
            List.of(guarded("a", 7), guarded("b", 7), guarded("c", 7)),
            new BulkWriteOptions().ordered(false));
    assertThat(result.getMatchedCount()).isOne();
    assertThat(groups.find(eq("_id", "a")).first()).isEqualTo(at("a", 7));
    assertThat(groups.find(eq("_id", "b")).first()).isEqualTo(at("b", 9));
  }

  private static Document at(String id, int seq) {
    return new Document("_id", id).append("seq", seq);
  }

  private static UpdateOneModel<Document> guarded(String id, int seq) {
    return new UpdateOneModel<>(and(eq("_id", id), lt("seq", seq)), set("seq", seq));
  }

  @Test
  void anUpsertInsertsOnceAndUpdatesThen() {
    var update = combine(setOnInsert("made", 1), inc("n", 1));
    var options = new UpdateOptions().upsert(true);
    assertThat(groups.updateOne(eq("_id", "x"), update, options).getUpsertedId()).isNotNull();
    assertThat(groups.updateOne(eq("_id", "x"), update, options).getUpsertedId()).isNull();
    assertThat(groups.find().first())
        .isEqualTo(new Document("_id", "x").append("made", 1).append("n", 2));
  }

  @Test
  void findOneAndUpdateShowsBeforeOrAfter() {
    groups.insertOne(at("a", 1));
    assertThat(groups.findOneAndUpdate(eq("_id", "a"), inc("seq", 1))).isEqualTo(at("a", 1));
    var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    assertThat(groups.findOneAndUpdate(eq("_id", "a"), inc("seq", 1), after)).isEqualTo(at("a", 3));
  }

  @Test
  void pagingByIdGivesEveryDocumentOnce() {
    List<Document> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      all.add(at("g%04d".formatted(i * 7919 % 1_000), i));
    }
    groups.insertMany(all);
    List<String> seen = new ArrayList<>();
    String last = "";
    while (true) {
      var page =
          groups
              .find(gt("_id", last))
              .sort(Sorts.ascending("_id"))
              .limit(64)
              .into(new ArrayList<>());
      if (page.isEmpty()) {
        break;
      }
      page.forEach(document -> seen.add(document.getString("_id")));
      last = seen.getLast();
    }
    assertThat(seen).hasSize(1_000).isSorted().doesNotHaveDuplicates();
    assertThat(groups.find().into(new ArrayList<>())).hasSize(1_000);
    assertThat(groups.find(in("_id", "g0001", "g0002", "nope")).into(new ArrayList<>())).hasSize(2);
  }

  @Test
  void aUniqueIndexWithAPartialFilterIsHonoured() {
    groups.createIndex(
        Indexes.ascending("alias"),
        new IndexOptions().unique(true).partialFilterExpression(eq("live", true)));
    groups.insertOne(new Document("_id", 1).append("alias", "x").append("live", true));
    groups.insertOne(new Document("_id", 2).append("alias", "x").append("live", false));
    assertThatThrownBy(() ->
            groups.insertOne(new Document("_id", 3).append("alias", "x").append("live", true)))
        .hasMessageContaining("E11000");
    assertThatThrownBy(() -> groups.updateOne(eq("_id", 2), set("live", true)))
        .hasMessageContaining("E11000");
    groups.updateOne(eq("_id", 1), set("live", false));
    groups.updateOne(eq("_id", 2), set("live", true));
    assertThat(groups.find(eq("alias", "x")).into(new ArrayList<>())).hasSize(2);
  }

  @Test
  void collectionsAndIndexesCanBeListedAndDropped() {
    database.createCollection("people");
    groups.createIndex(Indexes.compoundIndex(Indexes.ascending("town"), Indexes.descending("at")));
    groups.createIndex(Indexes.compoundIndex(Indexes.ascending("town"), Indexes.descending("at")));
    assertThat(database.listCollectionNames()).containsExactlyInAnyOrder("people", "groups");
    assertThat(groups.listIndexes().map(index -> index.getString("name")))
        .containsExactly("_id_", "town_1_at_-1");
    groups.dropIndex("town_1_at_-1");
    assertThat(groups.listIndexes().into(new ArrayList<>())).hasSize(1);
    groups.insertOne(at("a", 1));
    groups.drop();
    assertThat(groups.countDocuments()).isZero();
    database.drop();
    assertThat(client.listDatabaseNames()).isEmpty();
  }

  @Test
  void aggregationGroupsAndCounts() {
    for (int i = 0; i < 300; i++) {
      groups.insertOne(
          at("g" + i, i).append("town", "t" + i % 3).append("tags", List.of("x", "y" + i % 2)));
    }
    var byTown =
        groups
            .aggregate(
                List.of(
                    Aggregates.match(gt("seq", 149)),
                    Aggregates.group("$town", Accumulators.sum("n", 1)),
                    Aggregates.sort(Sorts.ascending("_id"))))
            .into(new ArrayList<>());
    assertThat(byTown)
        .extracting(document -> document.get("_id") + "=" + document.get("n"))
        .containsExactly("t0=50", "t1=50", "t2=50");
    var byTag =
        groups
            .aggregate(List.of(Aggregates.unwind("$tags"), Aggregates.sortByCount("$tags")))
            .into(new ArrayList<>());
    assertThat(byTag).hasSize(3);
    assertThat(groups.aggregate(List.of(Aggregates.count())).first())
        .isEqualTo(new Document("count", 300));
    assertThat(groups.countDocuments(lt("seq", 10))).isEqualTo(10);
    assertThat(groups.distinct("town", String.class)).containsExactly("t0", "t1", "t2");
    assertThat(groups.aggregate(List.of(Aggregates.limit(250))).into(new ArrayList<>()))
        .hasSize(250);
  }

  @Test
  void deletesOneOrMany() {
    groups.insertMany(List.of(at("a", 1), at("b", 2), at("c", 3)));
    assertThat(groups.deleteOne(eq("_id", "a")).getDeletedCount()).isOne();
    assertThat(groups.deleteMany(gt("seq", 1)).getDeletedCount()).isEqualTo(2);
    assertThat(groups.countDocuments()).isZero();
  }

  @Test
  void whatIsNotThereIsDeclinedAndNotIgnored() {
    assertThatThrownBy(() -> groups.createIndex(Indexes.text("name")))
        .hasMessageContaining("the in-process store has no index on name as text");
    assertThatThrownBy(() -> groups.updateOne(eq("_id", 1), List.of(set("a", 1))))
        .hasMessageContaining("no updates by a pipeline");
  }
}
