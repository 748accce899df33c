package cn.jianfu.messaging.aggregate;

import static cn.jianfu.messaging.aggregate.PublishedAccounts.header;
import static cn.jianfu.messaging.aggregate.PublishedAccounts.sequences;
import static cn.jianfu.messaging.aggregate.PublishedAccounts.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.messaging.EventHeaders;
import cn.jianfu.messaging.TestBroker;
import cn.jianfu.messaging.TestClock;
import cn.jianfu.messaging.TestStore;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@NullUnmarked
class OutboxRelayTest {

  private final MongoDatabase database = TestStore.database();
  private final String topic = TestBroker.topic(4);
  private final TestClock clock = new TestClock();

  private PublishedAccounts process() {
    return process(CrashPoints.NONE);
  }

  private PublishedAccounts process(CrashPoints crash) {
    return new PublishedAccounts(database, topic, settings(), clock, crash);
  }

  private long waiting() {
    return Mono.from(database.getCollection("accounts").countDocuments(Filters.exists("outbox.0")))
        .block();
  }

  private void awaitNothingWaits() {
    await().atMost(Duration.ofSeconds(90)).until(() -> waiting() == 0);
  }

  @Test
  void anEventIsPublishedRightAfterTheWriteAndForgotten() {
    try (PublishedAccounts accounts = process().started()) {
      accounts.add("a", "k1", 5);
      List<ConsumerRecord<String, byte[]>> records = TestBroker.await(topic, 2);
      awaitNothingWaits();
      ConsumerRecord<String, byte[]> record = records.getLast();
      assertThat(record.key()).isEqualTo("a");
      assertThat(new String(record.value(), StandardCharsets.UTF_8))
          .isEqualTo("{\"account\":\"a\",\"total\":5}");
      assertThat(header(record, EventHeaders.SPEC_VERSION)).isEqualTo("1.0");
      assertThat(header(record, EventHeaders.TYPE)).isEqualTo("test.total-reached.v1");
      assertThat(header(record, EventHeaders.SOURCE)).isEqualTo("/test");
      assertThat(header(record, EventHeaders.SUBJECT)).isEqualTo("a");
      assertThat(header(record, EventHeaders.CONTENT_TYPE)).isEqualTo("application/json");
      assertThat(header(record, EventHeaders.ID)).hasSize(24);
      assertThat(header(record, EventHeaders.SEQUENCE)).matches("\\d{10}-000000000002");
      assertThat(Instant.parse(header(record, EventHeaders.TIME))).isBefore(clock.instant());
      Document document =
          Mono.from(database.getCollection("accounts").find(Filters.eq("_id", "a"))).block();
      assertThat(document.getLong("version")).isEqualTo(1);
      assertThat(document.containsKey("lease")).isFalse();
    }
  }

  @Test
  void theTraceOfTheRequestGoesAlong() {
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    try (PublishedAccounts accounts = process().started()) {
      accounts
          .store
          .execute(Account.add("a", "k1", 5))
          .contextWrite(context -> context.put(EventHeaders.TRACEPARENT, trace))
          .block();
      assertThat(TestBroker.await(topic, 2))
          .allMatch(record -> header(record, EventHeaders.TRACEPARENT).equals(trace));
    }
  }

  @Test
  void manyWritesToManyAggregatesArriveInOrderAndOnce() {
    int writes = 2_000;
    try (PublishedAccounts accounts = process().started()) {
      Flux.range(0, writes)
          .flatMap(i -> accounts.store.execute(Account.add("a" + i % 50, "k" + i, 1)), 64)
          .blockLast();
      List<ConsumerRecord<String, byte[]>> records = TestBroker.await(topic, writes + 50);
      awaitNothingWaits();
      for (int i = 0; i < 50; i++) {
        assertThat(sequences(records, "a" + i))
            .containsExactlyElementsOf(LongStream.rangeClosed(1, writes / 50 + 1).boxed().toList());
      }
    }
  }

  @Test
  void killedAfterWriteBeforeSendPublishesLater() {
    PublishedAccounts killed =
        process(
            new CrashPoints() {
              @Override
              public void afterWrite() {
                throw new Killed();
              }
            });
    killed.relay.start();
    await().until(() -> isKilled(() -> killed.add("a", "k1", 5)));
    killed.close();
    assertThat(waiting()).isEqualTo(1);
    clock.forward(Duration.ofSeconds(16));
    try (PublishedAccounts _ = process().started()) {
      assertThat(sequences(TestBroker.await(topic, 2), "a")).containsExactly(1L, 2L);
      awaitNothingWaits();
    }
  }

  private static boolean isKilled(Runnable action) {
    try {
      action.run();
      return false;
    } catch (Killed killed) {
      return true;
    }
  }

  @Test
  void killedAfterSendBeforeAckPublishesAgain() {
    KilledOnce crash = new KilledOnce(KilledOnce.Point.AFTER_SEND);
    process(crash).started().add("a", "k1", 5);
    await().until(crash::happened);
    clock.forward(Duration.ofSeconds(16));
    try (PublishedAccounts _ = process().started()) {
      awaitNothingWaits();
      List<Long> sequences = sequences(TestBroker.await(topic, 2), "a");
      assertThat(sequences.subList(sequences.size() - 2, sequences.size())).containsExactly(1L, 2L);
    }
  }

  @Test
  void killedAfterAckBeforePullPublishesAgain() {
    KilledOnce crash = new KilledOnce(KilledOnce.Point.AFTER_ACK);
    process(crash).started().add("a", "k1", 5);
    await().until(crash::happened);
    assertThat(waiting()).isEqualTo(1);
    clock.forward(Duration.ofSeconds(16));
    try (PublishedAccounts _ = process().started()) {
      assertThat(sequences(TestBroker.await(topic, 4), "a")).containsExactly(1L, 2L, 1L, 2L);
      awaitNothingWaits();
    }
  }

  @Test
  void whatIsLeasedByALivingRelayIsLeftAloneUntilTheLeaseEnds() {
    PublishedAccounts stopped =
        new PublishedAccounts(
            database,
            topic,
            settings().timeouts(Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofSeconds(1)),
            clock,
            new CrashPoints() {
              @Override
              public void afterWrite() {
                throw new Killed();
              }
            });
    stopped.relay.start();
    await().until(() -> isKilled(() -> stopped.add("a", "k1", 5)));
    stopped.close();
    clock.forward(Duration.ofMinutes(30));
    try (PublishedAccounts accounts = process().started()) {
      accounts.add("b", "k2", 5);
      TestBroker.await(topic, 2);
      await()
          .atMost(Duration.ofSeconds(90))
          .until(() -> accounts.meters.get("jianfu.outbox.age").gauge().value() > 1_800);
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(90))
          .until(() -> waiting() == 1);
      clock.forward(Duration.ofMinutes(30));
      assertThat(sequences(TestBroker.await(topic, 4), "a")).containsExactly(1L, 2L);
      awaitNothingWaits();
    }
  }

  @Test
  void whatAWriterLeavesBehindIsSweptLongBeforeALeaseIsOver() {
    RelaySettings noRoomInMemory =
        settings()
            .queue(0)
            .timeouts(Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofSeconds(1));
    try (PublishedAccounts accounts =
        new PublishedAccounts(database, topic, noRoomInMemory, clock, CrashPoints.NONE).started()) {
      accounts.add("a", "k1", 5);
      awaitNothingWaits();
      // By now it knows that nothing is left behind, and looks at old events alone.
      await().during(Duration.ofSeconds(4)).until(() -> waiting() == 0);
      accounts.add("b", "k2", 5);
      awaitNothingWaits();
      assertThat(sequences(TestBroker.await(topic, 4), "b")).containsExactly(1L, 2L);
    }
  }

  @Test
  void twoRelaysAtOnceKeepTheOrderOfEachAggregate() {
    int writes = 1_000;
    try (PublishedAccounts one = process().started();
        PublishedAccounts other = process().started()) {
      Flux.range(0, writes)
          .flatMap(
              i -> (i % 2 == 0 ? one : other).store.execute(Account.add("a" + i % 10, "k" + i, 1)),
              32)
          .blockLast();
      List<ConsumerRecord<String, byte[]>> records = TestBroker.await(topic, 10 + (int) accepted());
      awaitNothingWaits();
      for (int i = 0; i < 10; i++) {
        assertThat(sequences(records, "a" + i)).isSorted().doesNotHaveDuplicates();
      }
    }
  }

  private long accepted() {
    return Flux.from(database.getCollection("accounts").find())
        .toStream()
        .mapToLong(document -> document.getLong("version"))
        .sum();
  }

  @Test
  void twoRelaysSweepingAnOldBacklogPublishEachEventOnce() {
    Accounts idle = new Accounts();
    int aggregates = 300;
    idle.executeAll(
        IntStream.range(0, aggregates).mapToObj(i -> Account.add("a" + i, "k", 1)).toList());
    clock.forward(Duration.ofSeconds(2));
    try (PublishedAccounts _ =
            new PublishedAccounts(idle.database, topic, settings(), clock, CrashPoints.NONE)
                .started();
        PublishedAccounts _ =
            new PublishedAccounts(idle.database, topic, settings(), clock, CrashPoints.NONE)
                .started()) {
      await()
          .atMost(Duration.ofSeconds(90))
          .until(() -> idle.all().stream().allMatch(one -> one.getArray("outbox").isEmpty()));
      assertThat(TestBroker.await(topic, 2 * aggregates)).hasSize(2 * aggregates);
    }
  }

  /** Stands for kill -9 at one point. */
  static final class Killed extends RuntimeException {}
}
