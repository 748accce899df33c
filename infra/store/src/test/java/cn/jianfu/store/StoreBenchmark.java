package cn.jianfu.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.bson.Document;

/** Prints what the store does in a second, forced mode on; run by hand, not a test. */
final class StoreBenchmark {
  private static final int DOCUMENTS = Integer.getInteger("documents", 160_000);
  private static final int BATCH = 500;

  private StoreBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("store-benchmark");
    String text = "报".repeat(110);
    try (InProcessStore store = InProcessStore.open(StoreSettings.in(folder, 0));
        MongoClient client = MongoClients.create(store.connectionString() + "/?maxPoolSize=64")) {
      MongoCollection<Document> groups = client.getDatabase("bench").getCollection("groups");
      groups.createIndex(Indexes.ascending("town", "state"));
      report(
          "insertMany of " + BATCH,
          BATCH,
          4,
          DOCUMENTS / BATCH,
          batch -> {
            List<Document> documents = new ArrayList<>(BATCH);
            for (int i = 0; i < BATCH; i++) {
              documents.add(group(batch * BATCH + i, text));
            }
            groups.insertMany(documents, new InsertManyOptions().ordered(false));
          });
      for (int round = 0; round < 3; round++) {
        int version = round;
        report(
            "conditional updates, 64 clients",
            1,
            64,
            DOCUMENTS,
            n -> {
              var result =
                  groups.updateOne(
                      and(eq("_id", id(n)), eq("version", version)),
                      combine(inc("version", 1), set("state", "ACTIVE" + version)));
              if (result.getMatchedCount() != 1) {
                throw new IllegalStateException("matched nothing");
              }
            });
      }
      report(
          "guarded updates in bulks of " + BATCH,
          BATCH,
          4,
          DOCUMENTS / BATCH,
          batch -> {
            List<UpdateOneModel<Document>> updates = new ArrayList<>(BATCH);
            for (int i = 0; i < BATCH; i++) {
              updates.add(
                  new UpdateOneModel<>(
                      and(eq("_id", id(batch * BATCH + i)), lt("seq", 7)), set("seq", 7)));
            }
            groups.bulkWrite(updates, new BulkWriteOptions().ordered(false));
          });
      report(
          "inserts one by one, 64 clients",
          1,
          64,
          DOCUMENTS / 2,
          n -> groups.insertOne(group(1_000_000 + n, text)));
      report(
          "finds by _id, 64 clients", 1, 64, DOCUMENTS, n -> groups.find(eq("_id", id(n))).first());
    }
    long before = System.nanoTime();
    InProcessStore.open(StoreSettings.in(folder, 0)).close();
    System.out.printf("open and close again: %d ms%n", (System.nanoTime() - before) / 1_000_000);
    try (var files = Files.list(folder)) {
      files.forEach(
          file -> System.out.printf("%s %,d%n", file.getFileName(), file.toFile().length()));
    }
  }

  private static void report(String what, int each, int clients, int times, IntConsumer work)
      throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicLong slowest = new AtomicLong();
    Duration cpuBefore = cpu();
    long begin = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int n = next.getAndIncrement(); n < times; n = next.getAndIncrement()) {
                  long start = System.nanoTime();
                  work.accept(n);
                  slowest.accumulateAndGet(System.nanoTime() - start, Math::max);
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpuSeconds = cpu().minus(cpuBefore).toMillis() / 1e3;
    System.out.printf(
        "%-40s %,10.0f/s %,10.0f for each second of CPU, slowest %d ms%n",
        what,
        times * (double) each / seconds,
        times * (double) each / cpuSeconds,
        slowest.get() / 1_000_000);
  }

  /** Of client and store together: what a busy machine does not distort. */
  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private static String id(int n) {
    return "350213101000/wecom/%08d".formatted(n);
  }

  private static Document group(int n, String text) {
    return new Document("_id", id(n))
        .append("version", 0)
        .append("seq", 1)
        .append("town", "town" + n % 6)
        .append("state", "DECLARED")
        .append("name", text)
        .append("members", n % 500)
        .append("outbox", List.of());
  }
}
