package cn.jianfu.messaging.aggregate;

import static cn.jianfu.messaging.aggregate.Account.add;
import static cn.jianfu.messaging.aggregate.Account.addAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

@NullUnmarked
class MongoAggregateStoreTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Accounts accounts = new Accounts();

  @Test
  void aNewAggregateIsInsertedWithItsEvents() {
    assertThat(accounts.execute(add("a", "k1", 5)))
        .isEqualTo(new Outcome.Applied<>(new Stored<>("a", new Account("a", 5), 1, 2), true));
    assertThat(accounts.find("a")).isEqualTo(new Stored<>("a", new Account("a", 5), 1, 2));
    assertThat(accounts.sequences("a")).containsExactly(1L, 2L);
  }

  @Test
  void aChangeCarriesStateVersionAndEventsTogether() {
    accounts.execute(add("a", "k1", 5));
    assertThat(accounts.execute(add("a", "k2", 3)))
        .isEqualTo(new Outcome.Applied<>(new Stored<>("a", new Account("a", 8), 2, 3), false));
    BsonDocument last = accounts.document("a").getArray("outbox").getLast().asDocument();
    assertThat(last.getString("data").getValue()).isEqualTo("{\"account\":\"a\",\"total\":8}");
    assertThat(last.getString("type").getValue()).isEqualTo("test.total-reached.v1");
  }

  @Test
  void theSameKeyAgainIsRepeatedAndChangesNothing() {
    accounts.execute(add("a", "k1", 5));
    accounts.execute(add("a", "k2", 3));
    BsonDocument before = accounts.document("a");
    assertThat(accounts.execute(add("a", "k1", 5)))
        .isEqualTo(new Outcome.Repeated<>(new Stored<>("a", new Account("a", 8), 2, 3), 1));
    assertThat(accounts.document("a")).isEqualTo(before);
  }

  @Test
  void whatWasToBeKeptOfTheFirstAnswerComesWithTheRepeat() {
    Command<Account, String> first = add("a", "k1", 5);
    Command<Account, String> kept =
        new Command<>(
            first.id(),
            first.key(),
            first.bodyHash(),
            first.source(),
            null,
            null,
            first.decider(),
            account -> "total " + account.total());
    accounts.execute(kept);
    accounts.execute(add("a", "k2", 3));

    assertThat(accounts.execute(kept))
        .isEqualTo(
            new Outcome.Repeated<>(new Stored<>("a", new Account("a", 8), 2, 3), 1, "total 5"));
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    accounts.execute(add("a", "k1", 5));
    assertThat(accounts.execute(add("a", "k1", 6))).isEqualTo(new Outcome.KeyReused<>());
    assertThat(accounts.find("a").state().total()).isEqualTo(5);
  }

  @Test
  void aRehearsalEndsAsTheCommandWouldAndWritesNothing() {
    List<Command<Account, String>> commands =
        List.of(add("a", "k1", 5), add("a", "k1", 5), add("a", "k1", 6), add("a", "k2", -9));
    for (Command<Account, String> command : commands) {
      List<BsonDocument> before = accounts.all();
      Outcome<Account, String> told = accounts.store.rehearse(command).block();
      assertThat(accounts.all()).isEqualTo(before);

      assertThat(accounts.execute(command)).isEqualTo(told);
    }
  }

  @Test
  void aDeclinedRequestIsDecidedAnew() {
    assertThat(accounts.execute(add("a", "k1", -1)))
        .isEqualTo(new Outcome.Declined<>("below zero"));
    accounts.execute(add("a", "k2", 5));
    assertThat(accounts.execute(add("a", "k1", -1))).isInstanceOf(Outcome.Applied.class);
  }

  @Test
  void whatIsSoAlreadyWritesNothing() {
    assertThat(accounts.execute(add("a", "k1", 0))).isEqualTo(new Outcome.Unchanged<>(null));
    assertThat(accounts.document("a")).isNull();
  }

  @Test
  void aLateRetryOfAnOldWriteIsUnchangedAndNoRevert() {
    accounts.execute(addAt("a", "k1", NOON, 5));
    accounts.execute(addAt("a", "k2", NOON.plusSeconds(60), 3));
    assertThat(accounts.execute(addAt("a", "forgotten", NOON, 5)))
        .isInstanceOf(Outcome.Unchanged.class);
    assertThat(accounts.find("a").state().total()).isEqualTo(8);
  }

  @Test
  void onlyTheLatestKeysAreRemembered() {
    Accounts small =
        new Accounts(AggregateSettings.defaults().seen(3), RelaySettings.of("localhost:1", "/t"));
    for (int i = 1; i <= 5; i++) {
      small.execute(add("a", "k" + i, i));
    }
    assertThat(small.document("a").getArray("seen")).hasSize(3);
    assertThat(small.execute(add("a", "k3", 3))).isInstanceOf(Outcome.Repeated.class);
  }

  @Test
  void anotherVersionThanTheExpectedOneIsStale() {
    accounts.execute(add("a", "k1", 5));
    Command<Account, String> late =
        new Command<>("a", "k2", "h", "town", null, 7L, now -> Account.decide("a", now, 1));
    assertThat(accounts.execute(late))
        .isEqualTo(new Outcome.Stale<>(new Stored<>("a", new Account("a", 5), 1, 2)));
  }

  @Test
  void concurrentWritersAreEachAcceptedExactlyOnce() {
    int writers = 60;
    List<Outcome<Account, String>> outcomes =
        Flux.range(0, writers)
            .flatMap(
                i ->
                    accounts.store.execute(add("a", "k" + i, 1)).subscribeOn(Schedulers.parallel()),
                writers)
            .collectList()
            .block();
    long applied = outcomes.stream().filter(Outcome.Applied.class::isInstance).count();
    long stale = outcomes.stream().filter(Outcome.Stale.class::isInstance).count();
    assertThat(applied + stale).isEqualTo(writers);
    assertThat(applied).isGreaterThan(10);
    assertThat(accounts.find("a").state().total()).isEqualTo(applied);
    assertThat(accounts.find("a").version()).isEqualTo(applied);
    assertThat(accounts.sequences("a"))
        .hasSize((int) applied + 1)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void writersWhoAreAlwaysSecondAreStaleAfterBoundedAttempts() {
    Accounts impatient =
        new Accounts(
            AggregateSettings.defaults().attempts(2), RelaySettings.of("localhost:1", "/t"));
    impatient.execute(add("a", "k0", 1));
    Command<Account, String> overtaken =
        new Command<>(
            "a",
            "slow",
            "h",
            "town",
            null,
            null,
            now -> {
              Thread other =
                  Thread.ofVirtual()
                      .start(() -> impatient.execute(add("a", "fast" + now.total(), 1)));
              join(other);
              return Account.decide("a", now, 100);
            });
    assertThat(impatient.execute(overtaken)).isInstanceOf(Outcome.Stale.class);
    assertThat(impatient.find("a").state().total()).isEqualTo(3);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void aFullOutboxRefusesMore() {
    Accounts small =
        new Accounts(AggregateSettings.defaults().outbox(3), RelaySettings.of("localhost:1", "/t"));
    small.execute(add("a", "k1", 1));
    assertThat(small.execute(add("a", "k2", 1))).isInstanceOf(Outcome.Applied.class);
    assertThat(small.execute(add("a", "k3", 1))).isEqualTo(new Outcome.OutboxFull<>());
    assertThat(small.execute(add("b", "k4", 1))).isInstanceOf(Outcome.Applied.class);
  }

  @Test
  void tooManyEventsInAllOutboxesRefuseMore() {
    Accounts small =
        new Accounts(
            AggregateSettings.defaults(), RelaySettings.of("localhost:1", "/t").backlog(4));
    small.execute(add("a", "k1", 1));
    small.execute(add("b", "k2", 1));
    assertThat(small.execute(add("c", "k3", 1))).isEqualTo(new Outcome.OutboxFull<>());
  }

  @Test
  void aBatchFoldsTheCommandsOfAnAggregateIntoOneUpdate() {
    accounts.execute(add("a", "k0", 1));
    List<Outcome<Account, String>> outcomes =
        accounts.executeAll(
            List.of(
                add("a", "k1", 2),
                add("b", "k2", 5),
                add("a", "k3", -10),
                add("a", "k1", 2),
                add("a", "k4", 4)));
    assertThat(outcomes)
        .containsExactly(
            new Outcome.Applied<>(new Stored<>("a", new Account("a", 3), 2, 3), false),
            new Outcome.Applied<>(new Stored<>("b", new Account("b", 5), 1, 2), true),
            new Outcome.Declined<>("below zero"),
            new Outcome.Repeated<>(new Stored<>("a", new Account("a", 3), 2, 3), 2),
            new Outcome.Applied<>(new Stored<>("a", new Account("a", 7), 3, 4), false));
    assertThat(accounts.find("a")).isEqualTo(new Stored<>("a", new Account("a", 7), 3, 4));
    assertThat(accounts.sequences("a")).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void batchesThatMeetLoseNothingAndDoubleNothing() {
    int batches = 8;
    int each = 50;
    List<Outcome<Account, String>> outcomes =
        Flux.range(0, batches)
            .flatMap(batch -> accounts.store.executeAll(batchOf(batch, each)), batches)
            .collectList()
            .block()
            .stream()
            .flatMap(List::stream)
            .toList();
    long applied = outcomes.stream().filter(Outcome.Applied.class::isInstance).count();
    long stale = outcomes.stream().filter(Outcome.Stale.class::isInstance).count();
    assertThat(applied + stale).isEqualTo((long) batches * each);
    long total =
        accounts
            .store
            .query(Filters.empty(), Sorts.ascending("_id"), 0)
            .toStream()
            .mapToLong(stored -> stored.state().total())
            .sum();
    assertThat(total).isEqualTo(applied);
    assertThat(applied).isGreaterThan(each);
  }

  private static List<Command<Account, String>> batchOf(int batch, int each) {
    List<Command<Account, String>> commands = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      commands.add(add("shared" + i % 10, "k" + batch + "-" + i, 1));
    }
    return commands;
  }

  @Test
  void aBatchSentAgainAfterAnUnknownEndIsRepeated() {
    List<Command<Account, String>> batch = List.of(add("a", "k1", 2), add("b", "k2", 5));
    accounts.executeAll(batch);
    List<BsonDocument> before = accounts.all();
    assertThat(accounts.executeAll(batch)).allMatch(Outcome.Repeated.class::isInstance);
    assertThat(accounts.all()).isEqualTo(before);
  }

  @Test
  void statesAreFoundByTheirFields() {
    accounts.executeAll(List.of(add("a", "k1", 2), add("b", "k2", 5), add("c", "k3", 9)));
    assertThat(
            accounts
                .store
                .query(Filters.gte("state.sum", 5L), Sorts.descending("state.sum"), 1)
                .map(Stored::id)
                .collectList()
                .block())
        .containsExactly("c");
    assertThat(accounts.store.findAll(List.of("a", "c", "x")).map(Stored::id).collectList().block())
        .containsExactlyInAnyOrder("a", "c");
  }
}
