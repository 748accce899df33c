package cn.jianfu.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.messaging.EventSequence;
import cn.jianfu.messaging.TestStore;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

@NullUnmarked
class GuardedProjectionTest {

  /** A part of a view. */
  public record Fact(String name, long total) {}

  /** Another part, heard from another owner. */
  public record Handling(String by) {}

  private static final List<String> PARTS = List.of("fact", "handling");

  private final MongoDatabase database = TestStore.database();
  private final GuardedProjection<Fact> facts = facts(database);

  private static GuardedProjection<Fact> facts(MongoDatabase database) {
    return new GuardedProjection<>(database, "views", PARTS, "fact", Fact.class);
  }

  private static GuardedProjection<Handling> handlings(MongoDatabase database) {
    return new GuardedProjection<>(database, "views", PARTS, "handling", Handling.class);
  }

  private static ViewChange<Fact> fact(String id, long seq) {
    return new ViewChange<>(id, EventSequence.of(1, seq), new Fact(id, seq));
  }

  private static ViewChange<Handling> handling(String id, long seq) {
    return new ViewChange<>(id, EventSequence.of(1, seq), new Handling("person " + seq));
  }

  private static List<RawBsonDocument> bytes(MongoDatabase database) {
    return Flux.from(
            database
                .getCollection("views", RawBsonDocument.class)
                .find()
                .sort(Sorts.ascending("_id")))
        .collectList()
        .block();
  }

  @Test
  void aViewThatDoesNotExistYetIsCreated() {
    assertThat(facts.apply(List.of(fact("a", 1))).block()).isEqualTo(1);
    assertThat(bytes(database).getFirst().toJson())
        .isEqualTo(
            "{\"_id\": \"a\", \"fact\": {\"name\": \"a\", \"total\": 1},"
                + " \"factSeq\": \"0000000001-000000000001\","
                + " \"handling\": null, \"handlingSeq\": \"\"}");
  }

  @Test
  void aDuplicateAndALateEventChangeNothing() {
    facts.apply(List.of(fact("a", 2))).block();
    List<RawBsonDocument> before = bytes(database);
    assertThat(facts.apply(List.of(fact("a", 2))).block()).isZero();
    assertThat(facts.apply(List.of(fact("a", 1))).block()).isZero();
    assertThat(bytes(database)).isEqualTo(before);
  }

  @Test
  void anEventOfALaterEpochWinsOverAHigherSequence() {
    facts.apply(List.of(fact("a", 9))).block();
    ViewChange<Fact> restarted = new ViewChange<>("a", EventSequence.of(2, 1), new Fact("a", 1));
    assertThat(facts.apply(List.of(restarted)).block()).isEqualTo(1);
  }

  @Test
  void consumersThatMeetLeaveTheLatest() {
    int consumers = 16;
    int subjects = 20;
    Flux.range(1, consumers)
        .flatMap(
            seq ->
                facts
                    .apply(IntStream.range(0, subjects).mapToObj(i -> fact("v" + i, seq)).toList())
                    .subscribeOn(Schedulers.parallel()),
            consumers)
        .blockLast();
    assertThat(bytes(database))
        .hasSize(subjects)
        .allMatch(view -> view.getDocument("fact").getInt64("total").getValue() == consumers);
  }

  @Property(tries = 30)
  void anyOrderWithAnyDuplicatesGivesTheSameBytes(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 12) int batch) {
    MongoDatabase straight = TestStore.database();
    MongoDatabase shuffled = TestStore.database();
    List<Runnable> calm = new ArrayList<>();
    List<Runnable> wild = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      String id = "v" + random.nextInt(5);
      int seq = i;
      if (random.nextBoolean()) {
        calm.add(() -> facts(straight).apply(List.of(fact(id, seq))).block());
        wild.addAll(
            times(random, () -> facts(shuffled).apply(several(random, batch, id, seq)).block()));
      } else {
        calm.add(() -> handlings(straight).apply(List.of(handling(id, seq))).block());
        wild.addAll(
            times(random, () -> handlings(shuffled).apply(List.of(handling(id, seq))).block()));
      }
    }
    calm.forEach(Runnable::run);
    Collections.shuffle(wild, random);
    wild.forEach(Runnable::run);
    assertThat(bytes(shuffled)).isEqualTo(bytes(straight));
  }

  /** The change itself among older ones of the same subject that never were the latest. */
  private static List<ViewChange<Fact>> several(Random random, int batch, String id, int seq) {
    List<ViewChange<Fact>> changes = new ArrayList<>(Collections.nCopies(batch, fact(id, seq)));
    changes.add(new ViewChange<>(id, EventSequence.of(0, seq), new Fact("old", 0)));
    Collections.shuffle(changes, random);
    return changes;
  }

  private static List<Runnable> times(Random random, Runnable action) {
    return Collections.nCopies(1 + random.nextInt(3), action);
  }
}
