package cn.jianfu.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.Document;

/** Writers that remember what was accepted, and what they never heard about. */
final class Ledger {
  private static final int WRITERS = 8;
  private static final int BATCH = 5;
  private static final String FILLING = "十".repeat(100);

  private final Map<String, Integer> acceptedVersions = new ConcurrentHashMap<>();
  private final Map<String, Integer> unknownUpdates = new ConcurrentHashMap<>();
  private final Set<String> acceptedBatches = ConcurrentHashMap.newKeySet();
  private final Set<String> unknownBatches = ConcurrentHashMap.newKeySet();
  private final Queue<Throwable> surprises = new ConcurrentLinkedQueue<>();
  private final AtomicLong ids = new AtomicLong();
  private final AtomicLong accepted = new AtomicLong();

  long accepted() {
    return accepted.get();
  }

  /** Writers that go on until the store does not answer. */
  List<Thread> writeTo(StoreProcess store) {
    return IntStream.range(0, WRITERS)
        .mapToObj(writer -> Thread.ofPlatform().start(() -> write(store, "w" + writer)))
        .toList();
  }

  private void write(StoreProcess store, String writer) {
    try (MongoClient client = MongoClients.create(store.connectionString())) {
      MongoCollection<Document> counters = client.getDatabase("load").getCollection("counters");
      MongoCollection<Document> batches = client.getDatabase("load").getCollection("batches");
      if (!acceptedVersions.containsKey(writer)) {
        counters.insertOne(
            new Document("_id", writer)
                .append("version", 0)
                .append("twin", 0)
                .append("log", List.of()));
        acceptedVersions.put(writer, 0);
      }
      int version = found(counters, writer).getInteger("version");
      acceptedVersions.put(writer, version);
      unknownUpdates.put(writer, 0);
      while (true) {
        unknownUpdates.put(writer, 1);
        long matched = update(counters, writer, version);
        assertThat(matched).isOne();
        version++;
        acceptedVersions.put(writer, version);
        unknownUpdates.put(writer, 0);
        insertBatch(batches, writer + "-" + ids.incrementAndGet());
        accepted.addAndGet(2);
      }
    } catch (MongoException e) {
      // The store was killed.
    } catch (AssertionError | RuntimeException e) {
      surprises.add(e);
    }
  }

  private static Document found(MongoCollection<Document> counters, String writer) {
    return Objects.requireNonNull(counters.find(eq("_id", writer)).first());
  }

  private static long update(MongoCollection<Document> counters, String writer, int version) {
    return counters
        .updateOne(
            and(eq("_id", writer), eq("version", version)),
            combine(inc("version", 1), set("twin", version + 1), push("log", version + 1)))
        .getMatchedCount();
  }

  private void insertBatch(MongoCollection<Document> batches, String name) {
    unknownBatches.add(name);
    List<Document> batch = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      batch.add(new Document("_id", name + "/" + i).append("batch", name).append("text", FILLING));
    }
    batches.insertMany(batch);
    acceptedBatches.add(name);
    unknownBatches.remove(name);
  }

  /** Every accepted write is there, none is there by half. */
  void check(StoreProcess store) {
    assertThat(surprises).isEmpty();
    try (MongoClient client = MongoClients.create(store.connectionString())) {
      checkCounters(client.getDatabase("load").getCollection("counters"));
      checkBatches(client.getDatabase("load").getCollection("batches"));
    }
  }

  private void checkCounters(MongoCollection<Document> counters) {
    acceptedVersions.forEach((writer, version) -> {
      Document counter = found(counters, writer);
      int found = counter.getInteger("version");
      assertThat(found).isBetween(version, version + unknownUpdates.getOrDefault(writer, 0));
      assertThat(counter.getInteger("twin")).isEqualTo(found);
      assertThat(counter.getList("log", Integer.class))
          .isEqualTo(IntStream.rangeClosed(1, found).boxed().toList());
    });
  }

  private void checkBatches(MongoCollection<Document> batches) {
    Map<String, Integer> found = new HashMap<>();
    for (Document document : batches.find()) {
      assertThat(document.getString("text")).isEqualTo(FILLING);
      found.merge(document.getString("batch"), 1, Integer::sum);
    }
    assertThat(found.values()).allMatch(count -> count == BATCH);
    assertThat(found.keySet()).containsAll(acceptedBatches);
    for (String batch : found.keySet()) {
      assertThat(acceptedBatches.contains(batch) || unknownBatches.contains(batch)).isTrue();
    }
  }
}
