package cn.jianfu.messaging.aggregate;

import cn.jianfu.messaging.Epoch;
import cn.jianfu.messaging.EventHeaders;
import cn.jianfu.messaging.TestBroker;
import cn.jianfu.messaging.TestEvents;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.NullUnmarked;

/** One process: a store of accounts with its own relay, on a shared database and topic. */
@NullUnmarked
final class PublishedAccounts implements AutoCloseable {

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final OutboxRelay relay;
  final MongoAggregateStore<Account> store;

  PublishedAccounts(
      MongoDatabase database,
      String topic,
      RelaySettings settings,
      InstantSource clock,
      CrashPoints crash) {
    Epoch epoch = new Epoch(database, clock);
    this.relay = new OutboxRelay(settings, new TestEvents(topic), epoch, meters, clock, crash);
    this.store =
        new MongoAggregateStore<>(
            database, "accounts", Account.MAPPING, AggregateSettings.defaults(), relay);
    store.ensureIndexes(List.of()).block();
  }

  static RelaySettings settings() {
    return RelaySettings.of(TestBroker.servers(), "/test");
  }

  PublishedAccounts started() {
    relay.start();
    return this;
  }

  Outcome<Account, String> add(String id, String key, long amount) {
    return store.execute(Account.add(id, key, amount)).block();
  }

  static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** The sequences within the subject, as they were published. */
  static List<Long> sequences(List<ConsumerRecord<String, byte[]>> records, String id) {
    return records.stream()
        .filter(record -> record.key().equals(id))
        .map(record -> header(record, EventHeaders.SEQUENCE))
        .map(text -> Long.parseLong(text.substring(text.indexOf('-') + 1)))
        .toList();
  }

  @Override
  public void close() {
    relay.close();
  }
}
