package cn.jianfu.messaging.aggregate;

import static cn.jianfu.messaging.aggregate.PublishedAccounts.header;
import static cn.jianfu.messaging.aggregate.PublishedAccounts.settings;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.messaging.Epoch;
import cn.jianfu.messaging.EventHeaders;
import cn.jianfu.messaging.TestBroker;
import cn.jianfu.messaging.TestClock;
import cn.jianfu.messaging.TestEvents;
import cn.jianfu.messaging.TestEvents.AccountOpenedV1;
import cn.jianfu.messaging.TestEvents.TotalReachedV1;
import cn.jianfu.messaging.TestStore;
import cn.jianfu.messaging.inbound.InboundDecoder;
import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.messaging.topic.TopicReplay;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonDocument;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What a store that was put back does not know is taken back from the topic, and nothing else. */
@NullUnmarked
class LostEventsTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final MongoDatabase database = TestStore.database();
  private final String topic = TestBroker.topic(2);
  private final TestClock clock = new TestClock();
  private final Epoch epoch = new Epoch(database, clock);

  @Test
  void whatTheStoreDoesNotKnowIsTakenBackOfEachAggregate() {
    atTheBackupAndAfter();
    putBack();
    try (PublishedAccounts accounts = process()) {
      accounts.add("new", "k5", 9);
      TestBroker.await(topic, 9);

      takeBack(accounts);

      // Its opening and its total; of "older" the backup has the first of two totals.
      assertThat(takenBack(12))
          .extracting(ConsumerRecord::key)
          .containsExactlyInAnyOrder("gone", "gone", "older");
      assertThat(takenBack(12))
          .extracting(record -> header(record, EventHeaders.SEQUENCE))
          .containsOnly("%010d-%012d".formatted(epoch.current().block(), 0));
    }
  }

  /** It begins at the sequences that were lost: what those had told must not stay for that. */
  @Test
  void whatAnAggregateToldIsTakenBackAlsoWhenItHasGoneOnSince() {
    atTheBackupAndAfter();
    putBack();
    try (PublishedAccounts accounts = process()) {
      accounts.add("gone", "k5", 5);
      accounts.add("older", "k6", 4);
      accounts.add("older", "k7", 4);
      TestBroker.await(topic, 11);
      accounts.relay.resync(
          accounts.store,
          stored -> List.of(new TotalReachedV1(stored.id(), stored.state().total(), null)),
          _ -> {});

      takeBack(accounts);

      assertThat(takenBack(17))
          .extracting(ConsumerRecord::key)
          .containsExactlyInAnyOrder("gone", "gone", "older");
      takeBack(accounts);
      assertThat(takenBack(17)).as("once is enough").hasSize(3);
    }
  }

  private void atTheBackupAndAfter() {
    try (PublishedAccounts accounts = process()) {
      accounts.add("kept", "k1", 5);
      accounts.add("gone", "k2", 7);
      accounts.add("older", "k3", 1);
      accounts.add("older", "k4", 2);
      TestBroker.await(topic, 7);
    }
  }

  @Test
  void aStoreThatWasNeverPutBackTakesNothingBack() {
    try (PublishedAccounts accounts = process()) {
      accounts.add("gone", "k1", 5);
      TestBroker.await(topic, 2);
      Mono.from(collection().deleteOne(Filters.eq("_id", "gone"))).block();

      takeBack(accounts);

      assertThat(takenBack(2)).isEmpty();
    }
  }

  /** As it was before "gone" was opened and "older" reached its second total. */
  private void putBack() {
    Mono.from(collection().deleteOne(Filters.eq("_id", "gone"))).block();
    Mono.from(collection().updateOne(Filters.eq("_id", "older"), Updates.set("lastSeq", 2L)))
        .block();
    epoch.raise().block();
  }

  private MongoCollection<BsonDocument> collection() {
    return database.getCollection("accounts", BsonDocument.class);
  }

  @Test
  void whatFailsIsTriedAgain() {
    atTheBackupAndAfter();
    putBack();
    AtomicBoolean failed = new AtomicBoolean();
    try (PublishedAccounts accounts = process()) {
      takeBack(
          accounts,
          event -> {
            if (failed.compareAndSet(false, true)) {
              throw new IllegalStateException("for once");
            }
            return new TestEvents.TakenBackV1(event.type());
          });

      assertThat(failed).isTrue();
      assertThat(takenBack(10))
          .extracting(ConsumerRecord::key)
          .containsExactlyInAnyOrder("gone", "gone", "older");
    }
  }

  private void takeBack(PublishedAccounts accounts) {
    takeBack(accounts, event -> new TestEvents.TakenBackV1(event.type()));
  }

  private void takeBack(PublishedAccounts accounts, Function<InboundEvent, Object> retraction) {
    TestEvents names = new TestEvents(topic);
    Restated<Account> collection =
        new Restated<>(
            "accounts",
            accounts.store,
            List.of(TotalReachedV1.class, AccountOpenedV1.class),
            _ -> List.of());
    new LostEvents(
            accounts.relay,
            epoch,
            names,
            List.of(collection),
            List.of(topic),
            new TopicReplay(
                TestBroker.servers(),
                new InboundDecoder(names, new SimpleMeterRegistry()),
                2,
                MINUTE),
            retraction)
        .takeBack();
  }

  private List<ConsumerRecord<String, byte[]>> takenBack(int ofAll) {
    return TestBroker.await(topic, ofAll).stream()
        .filter(record -> header(record, EventHeaders.TYPE).equals("test.taken-back.v1"))
        .toList();
  }

  private PublishedAccounts process() {
    return new PublishedAccounts(database, topic, settings(), clock, CrashPoints.NONE).started();
  }
}
