package cn.jianfu.messaging.aggregate;

import cn.jianfu.messaging.Epoch;
import cn.jianfu.messaging.TestEvents;
import cn.jianfu.messaging.TestStore;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.NullUnmarked;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A store of accounts whose relay is not started. */
@NullUnmarked
final class Accounts {

  final MongoDatabase database = TestStore.database();
  final AggregateSettings settings;
  final MongoAggregateStore<Account> store;

  Accounts() {
    this(AggregateSettings.defaults(), RelaySettings.of("localhost:1", "/test"));
  }

  Accounts(AggregateSettings settings, RelaySettings relay) {
    this.settings = settings;
    this.store =
        new MongoAggregateStore<>(database, "accounts", Account.MAPPING, settings, idle(relay));
    store.ensureIndexes(List.of()).block();
  }

  private OutboxRelay idle(RelaySettings relay) {
    return new OutboxRelay(
        relay,
        new TestEvents(),
        new Epoch(database, InstantSource.system()),
        new SimpleMeterRegistry());
  }

  <D> Outcome<Account, D> execute(Command<Account, D> command) {
    return store.execute(command).block();
  }

  <D> List<Outcome<Account, D>> executeAll(List<Command<Account, D>> commands) {
    return store.executeAll(commands).block();
  }

  <D> List<Outcome<Account, D>> createAll(List<Command<Account, D>> commands) {
    return store.createAll(commands).block();
  }

  Stored<Account> find(String id) {
    return store.find(id).block();
  }

  MongoCollection<BsonDocument> documents() {
    return database.getCollection("accounts", BsonDocument.class);
  }

  BsonDocument document(String id) {
    return Mono.from(documents().find(new BsonDocument("_id", new org.bson.BsonString(id))))
        .block();
  }

  List<BsonDocument> all() {
    return Flux.from(documents().find().sort(new BsonDocument("_id", new org.bson.BsonInt32(1))))
        .collectList()
        .block();
  }

  List<Long> sequences(String id) {
    return document(id).getArray("outbox").stream()
        .map(entry -> entry.asDocument().getInt64("seq").getValue())
        .toList();
  }
}
