package cn.jianfu.identity.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.bson.Document;

/**
 * Asks the store now and then whether it is there, so that one that is away is seen when nobody
 * logs in: gauge {@code jianfu.store.age}, seconds since its last answer.
 */
final class StoreWatch implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private final MongoDatabase database;
  private final LongSupplier nanos;
  private final Thread asking;
  private volatile long answeredAt;

  StoreWatch(MongoDatabase database, MeterRegistry meters, LongSupplier nanos) {
    this.database = database;
    this.nanos = nanos;
    this.answeredAt = nanos.getAsLong();
    Gauge.builder("jianfu.store.age", this, StoreWatch::age)
        .description("For how long the store has not answered")
        .baseUnit("seconds")
        .strongReference(true)
        .register(meters);
    this.asking = Thread.ofVirtual().name("store-watch").start(this::askOn);
  }

  private void askOn() {
    try {
      while (true) {
        Thread.sleep(EVERY);
        ask();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask() {
    try {
      database.runCommand(new Document("ping", 1));
      answeredAt = nanos.getAsLong();
    } catch (MongoException | IllegalStateException away) {
      // That is what the gauge says; a client that was closed is one that ends.
    }
  }

  private double age() {
    return (nanos.getAsLong() - answeredAt) / 1e9;
  }

  @Override
  public void close() {
    asking.interrupt();
  }
}
