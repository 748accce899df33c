package cn.jianfu.messaging.aggregate;

import static cn.jianfu.messaging.aggregate.PublishedAccounts.header;
import static cn.jianfu.messaging.aggregate.PublishedAccounts.sequences;
import static cn.jianfu.messaging.aggregate.PublishedAccounts.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.messaging.Epoch;
import cn.jianfu.messaging.EventHeaders;
import cn.jianfu.messaging.TestBroker;
import cn.jianfu.messaging.TestClock;
import cn.jianfu.messaging.TestEvents.TotalReachedV1;
import cn.jianfu.messaging.TestStore;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

@NullUnmarked
class ResyncTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final MongoDatabase database = TestStore.database();
  private final String topic = TestBroker.topic(2);
  private final TestClock clock = new TestClock();

  private PublishedAccounts process() {
    return new PublishedAccounts(database, topic, settings(), clock, CrashPoints.NONE).started();
  }

  private static List<?> present(Stored<Account> stored) {
    return List.of(new TotalReachedV1(stored.id(), stored.state().total(), null));
  }

  @Test
  void everyAggregateIsPublishedAgainAtItsPresentSequence() {
    try (PublishedAccounts accounts = process()) {
      accounts.add("a", "k1", 5);
      accounts.add("b", "k2", 7);
      accounts.add("a", "k3", 1);
      TestBroker.await(topic, 5);
      assertThat(accounts.relay.resync(accounts.store, ResyncTest::present, _ -> {})).isEqualTo(2);
      List<ConsumerRecord<String, byte[]>> records = TestBroker.await(topic, 7);
      assertThat(sequences(records, "a")).containsExactly(1L, 2L, 3L, 3L);
      assertThat(sequences(records, "b")).containsExactly(1L, 2L, 2L);
      assertThat(records.stream().filter(record -> record.key().equals("a")).toList().getLast())
          .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
          .isEqualTo("{\"account\":\"a\",\"total\":6}");
      assertThat(accounts.store.find("a").block().version()).isEqualTo(2);
      assertThat(records.subList(5, 7))
          .as("it is no news")
          .allSatisfy(record ->
              assertThat(header(record, EventHeaders.TIME)).isEqualTo("1970-01-01T00:00:00Z"));
    }
  }

  @Test
  void whatIsWrittenMeanwhileComesAfterWhatIsSaidAgain() {
    int writes = 400;
    try (PublishedAccounts accounts = process()) {
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(() ->
              Flux.range(0, writes)
                  .flatMap(i -> accounts.store.execute(Account.add("a" + i % 20, "k" + i, 1)), 8)
                  .blockLast());
      while (!writing.isDone()) {
        accounts.relay.resync(accounts.store, ResyncTest::present, _ -> {});
      }
      writing.join();
      accounts.relay.resync(accounts.store, ResyncTest::present, _ -> {});
      long last = writes / 20 + 1L;
      List<ConsumerRecord<String, byte[]>> records =
          TestBroker.await(
              TestBroker.servers(),
              topic,
              all ->
                  Flux.range(0, 20)
                      .all(i ->
                          sequences(all, "a" + i).stream().filter(seq -> seq == last).count() >= 2)
                      .block());
      for (int i = 0; i < 20; i++) {
        assertThat(sequences(records, "a" + i)).isSorted();
      }
    }
  }

  /** It would be published first, and what is said again after it. */
  @Test
  void aWriteThatWasDecidedBeforeDoesNotTakeWhatIsBeingSaidAgain() {
    MongoDatabase elsewhere = TestStore.elsewhere(database);
    try (PublishedAccounts accounts = process();
        PublishedAccounts other =
            new PublishedAccounts(elsewhere, topic, settings(), clock, CrashPoints.NONE)
                .started()) {
      accounts.add("a", "k1", 1);
      TestBroker.await(topic, 2);
      await().untilAsserted(() -> assertThat(document(accounts).lease()).isNull());

      AtomicReference<Lease> taken = new AtomicReference<>();
      Command<Account, String> add = Account.add("a", "k2", 1);
      accounts
          .store
          .execute(
              new Command<Account, String>(
                  add.id(),
                  add.key(),
                  add.bodyHash(),
                  add.source(),
                  add.time(),
                  null,
                  current -> {
                    if (taken.get() == null) {
                      taken.set(
                          other.store.outbox().queries().leaseAnyOf(List.of("a")).block(PATIENCE));
                    }
                    return Account.decide("a", current, 1);
                  }))
          .block();

      assertThat(document(accounts).lease().by()).isEqualTo(taken.get().by());
      assertThat(document(accounts).outbox()).hasSize(1);
    }
  }

  private static AggregateDocument<Account> document(PublishedAccounts accounts) {
    return accounts.store.documents().load("a").block().orElseThrow();
  }

  @Test
  void theEpochRisesAfterARestoreAndLaterEventsCarryIt() {
    Epoch epoch = new Epoch(database, clock);
    try (PublishedAccounts accounts = process()) {
      accounts.add("a", "k1", 5);
      TestBroker.await(topic, 2);
    }
    long before = epoch.current().block();
    long raised = epoch.raise().block();
    assertThat(raised).isGreaterThan(before).isEqualTo(epoch.current().block());
    try (PublishedAccounts accounts = process()) {
      accounts.add("a", "k2", 5);
      List<String> sequences =
          TestBroker.await(topic, 3).stream()
              .map(record -> header(record, EventHeaders.SEQUENCE))
              .toList();
      assertThat(sequences).isSorted();
      assertThat(sequences.getLast()).isEqualTo("%010d-%012d".formatted(raised, 3));
    }
  }

  @Test
  void instancesThatStartTogetherAgreeOnTheEpoch() {
    assertThat(
            Flux.range(0, 16)
                .flatMap(_ -> new Epoch(database, clock).current(), 16)
                .distinct()
                .count()
                .block())
        .isEqualTo(1);
  }
}
