package cn.jianfu.messaging;

import cn.jianfu.messaging.job.Repeatedly;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/**
 * Asks the store now and then whether it is there, so that one that is away is seen when nobody
 * asks for anything: gauge {@code jianfu.store.age}, seconds since its last answer.
 */
public final class StoreWatch implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private final Supplier<? extends Publisher<?>> ping;
  private final LongSupplier nanos;
  private final Disposable asking;
  private volatile long answeredAt;

  StoreWatch(
      Supplier<? extends Publisher<?>> ping,
      MeterRegistry meters,
      LongSupplier nanos,
      Duration every) {
    this.ping = ping;
    this.nanos = nanos;
    this.answeredAt = nanos.getAsLong();
    Gauge.builder("jianfu.store.age", this, StoreWatch::age)
        .description("For how long the store has not answered")
        .baseUnit("seconds")
        .strongReference(true)
        .register(meters);
    // A failure is what the gauge says; a request that fails by it has its own line.
    this.asking = Repeatedly.every(every, every, this::ask, _ -> {});
  }

  /** Asks the database every ten seconds, until it is closed. */
  public static StoreWatch of(MongoDatabase database, MeterRegistry meters) {
    return new StoreWatch(
        () -> database.runCommand(new Document("ping", 1)), meters, System::nanoTime, EVERY);
  }

  private Publisher<?> ask() {
    return Flux.from(ping.get()).doOnComplete(() -> answeredAt = nanos.getAsLong());
  }

  private double age() {
    return (nanos.getAsLong() - answeredAt) / 1e9;
  }

  @Override
  public void close() {
    asking.dispose();
  }
}
