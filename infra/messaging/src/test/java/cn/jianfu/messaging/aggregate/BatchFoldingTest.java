package cn.jianfu.messaging.aggregate;

import static cn.jianfu.messaging.aggregate.Account.add;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class BatchFoldingTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Property(tries = 40)
  void aBatchIsTheSameAsOneByOne(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 4) int aggregates,
      @ForAll @IntRange(min = 1, max = 40) int count) {
    List<Command<Account, String>> commands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      commands.add(
          Account.addAt(
              "a" + random.nextInt(aggregates),
              "k" + random.nextInt(count),
              random.nextInt(4) == 0 ? null : NOON.plusSeconds(random.nextInt(20)),
              random.nextInt(-3, 6)));
    }
    Accounts single = new Accounts();
    Accounts folded = new Accounts();
    Accounts unread = new Accounts();
    List<Outcome<Account, String>> oneByOne = commands.stream().map(single::execute).toList();
    List<Outcome<Account, String>> together = new ArrayList<>();
    List<Outcome<Account, String>> insertedFirst = new ArrayList<>();
    for (int from = 0; from < count; ) {
      int to = Math.min(count, from + 1 + random.nextInt(15));
      together.addAll(folded.executeAll(commands.subList(from, to)));
      insertedFirst.addAll(unread.createAll(commands.subList(from, to)));
      from = to;
    }
    assertThat(together).isEqualTo(oneByOne);
    assertThat(comparable(folded)).isEqualTo(comparable(single));
    assertThat(insertedFirst).isEqualTo(oneByOne);
    assertThat(comparable(unread)).isEqualTo(comparable(single));
  }

  /** Without what is chosen anew for each write: ids and times. */
  private static List<BsonDocument> comparable(Accounts accounts) {
    List<BsonDocument> documents = accounts.all();
    for (BsonDocument document : documents) {
      for (BsonValue entry : document.getArray("outbox")) {
        entry.asDocument().remove("id");
        entry.asDocument().remove("at");
      }
      document.getArray("seen").forEach(seen -> seen.asDocument().remove("write"));
    }
    return documents;
  }

  @Test
  void whoLostInABatchIsDecidedAgainAndTheOthersStand() {
    Accounts accounts = new Accounts();
    accounts.executeAll(List.of(add("a", "k1", 1), add("b", "k2", 1), add("c", "k3", 1)));
    List<Outcome<Account, String>> outcomes =
        accounts.executeAll(
            List.of(
                add("a", "k4", 10),
                overtaken(accounts, "b", add("b", "other", 5)),
                add("c", "k6", 10),
                overtaken(accounts, "new", add("new", "other", 5))));
    assertThat(outcomes)
        .containsExactly(
            new Outcome.Applied<>(new Stored<>("a", new Account("a", 11), 2, 3), false),
            new Outcome.Applied<>(new Stored<>("b", new Account("b", 16), 3, 4), false),
            new Outcome.Applied<>(new Stored<>("c", new Account("c", 11), 2, 3), false),
            new Outcome.Applied<>(new Stored<>("new", new Account("new", 15), 2, 3), false));
    assertThat(accounts.sequences("b")).containsExactly(1L, 2L, 3L, 4L);
  }

  /** Adds 10, but another writer is first between the decision and the write. */
  private static Command<Account, String> overtaken(
      Accounts accounts, String id, Command<Account, String> other) {
    return new Command<>(
        id,
        "slow",
        "h",
        "town",
        null,
        null,
        now -> {
          Thread first = Thread.ofVirtual().start(() -> accounts.execute(other));
          try {
            first.join();
          } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
          }
          return Account.decide(id, now, 10);
        });
  }
}
