package cn.jianfu.group.activity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.activity.LateCounts.Due;
import cn.jianfu.group.activity.LateCounts.Note;
import cn.jianfu.group.activity.LateCounts.OfGroup;
import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.activity.domain.Counters;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LateCountsTest {

  private static final String UNIT = "350213101901";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static final LocalDate LONG_AGO = TODAY.minusDays(60);

  private final InProcessStore store = InProcessStore.open(StoreSettings.inMemory());
  private final MongoClient client = MongoClients.create(store.connectionString());
  private Instant now = Instant.parse("2026-11-30T01:00:00Z");
  private final LateCounts late =
      new LateCounts(client.getDatabase("group"), () -> UUID.randomUUID().toString(), () -> now);

  @AfterEach
  void stop() {
    client.close();
    store.close();
  }

  @Test
  void onlyDaysThatNoScanLooksAtAreNoted() {
    note(report("a", TODAY.minusDays(7)), report("b", TODAY));
    assertThat(due().notes()).isEmpty();
    assertThat(late.waiting().block()).isNull();

    note(report("a", LONG_AGO), report("a", LONG_AGO.minusDays(3)), report("b", TODAY));
    assertThat(due().notes())
        .singleElement()
        .extracting(Note::groups)
        .isEqualTo(List.of(new OfGroup(id("a"), LONG_AGO.minusDays(3), LONG_AGO)));
  }

  @Test
  void aNoteIsLookedAtAtOnceAndAgainWhenEverythingMustBeWritten() {
    note(report("a", LONG_AGO));
    now = now.plusSeconds(5);
    assertThat(late.waiting().block()).isEqualTo(Duration.ofSeconds(5));
    looked(due(), Set.of(), Set.of());
    assertThat(due().notes()).isEmpty();
    assertThat(late.waiting().block()).isNull();

    now = now.plus(Duration.ofMinutes(3)).minusSeconds(5);
    assertThat(due().notes()).hasSize(1);
    assertThat(late.waiting().block())
        .as("since it can be looked at for the second time")
        .isEqualTo(Duration.ofMinutes(1));
    looked(due(), Set.of(), Set.of());
    assertThat(due().notes()).isEmpty();
  }

  /** When it was read somebody may still have been writing. */
  @Test
  void aLookThatTakesLongIsNoSecondLook() {
    note(report("a", LONG_AGO));
    Due read = due();
    now = now.plus(Duration.ofMinutes(10));
    looked(read, Set.of(), Set.of());

    assertThat(due().notes()).hasSize(1);
  }

  @Test
  void historyNeedsOneLook() {
    note(report("a", LONG_AGO), report("b", LONG_AGO));
    looked(due(), Set.of(), Set.of(id("a")));
    now = now.plus(Duration.ofMinutes(3));

    assertThat(due().notes())
        .singleElement()
        .satisfies(
            note -> assertThat(note.groups()).extracting(OfGroup::group).containsExactly(id("b")));
  }

  @Test
  void whatCouldNotBeLookedAtGoesBehindTheRest() {
    note(report("a", LONG_AGO), report("b", LONG_AGO));
    now = now.plus(Duration.ofMinutes(3));
    Due first = due();
    note(report("c", LONG_AGO));
    now = now.plus(Duration.ofMinutes(5));
    looked(first, Set.of(id("a")), Set.of());
    now = now.plusSeconds(1);

    assertThat(due().notes())
        .extracting(note -> note.groups().stream().map(OfGroup::group).toList())
        .containsExactly(List.of(id("c")), List.of(id("a")));
  }

  private void note(ActivityReport... reports) {
    late.note(Arrays.asList(reports), TODAY).block();
  }

  private Due due() {
    return Objects.requireNonNull(late.due().block());
  }

  private void looked(Due due, Set<String> left, Set<String> history) {
    late.lookedAt(due, left, history).block();
  }

  private static String id(String name) {
    return UNIT + "/WECOM/" + name;
  }

  private static ActivityReport report(String group, LocalDate day) {
    Counters counters = new Counters(0, 0, 0, List.of(), 0, 0, 0, 0, 0, 0, 0, 0, 0, null, 0, null);
    return new ActivityReport(
        GroupId.parse(id(group)),
        new ActivityDay(id(group), UNIT, "350213101000", day, counters, "oa"),
        new Actor("issuer", "oa", "town-system", UNIT),
        new Origin("key", "hash", "oa", null));
  }
}
