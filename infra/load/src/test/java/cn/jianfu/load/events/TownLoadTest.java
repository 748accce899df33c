package cn.jianfu.load.events;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.load.events.Planned.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TownLoadTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TownLoad town =
      new TownLoad(
          new Town(0), 300, LocalDate.of(2026, 1, 31), Instant.parse("2026-01-31T00:00:00Z"));

  @Test
  void theMixIsTheOneOfTheFigures() {
    Map<Kind, Long> kinds =
        town.next(2_000).events().stream()
            .collect(Collectors.groupingBy(Planned::kind, Collectors.counting()));

    assertThat(kinds.get(Kind.ACTIVITY)).isEqualTo(1_200);
    assertThat(kinds.getOrDefault(Kind.DECLARED, 0L) + kinds.getOrDefault(Kind.RENAMED, 0L))
        .isEqualTo(400);
    assertThat(kinds.get(Kind.MEMBERS)).isEqualTo(400);
  }

  @Test
  void aBodyIsABatchOfCloudEventsWithIdsOfTheirOwn() {
    Set<String> ids = new HashSet<>();
    for (Batch batch : List.of(town.next(500), town.next(500))) {
      JsonNode events = JSON.readTree(batch.body());
      assertThat(events).hasSize(500);
      events.forEach(event -> ids.add(event.path("id").asString()));
    }

    assertThat(ids).hasSize(1_000);
  }

  @Test
  void eachDayOfEachGroupComesOnce() {
    List<String> things =
        new ArrayList<>(
            town.next(3_000, Kind.ACTIVITY).events().stream().map(Planned::thing).toList());

    assertThat(things).doesNotHaveDuplicates();
  }

  @Test
  void aSnapshotHasThirtyDifferentPeople() {
    JsonNode events = JSON.readTree(town.next(500, Kind.MEMBERS).body());

    assertThat(events)
        .allSatisfy(event -> {
          Set<String> people = new HashSet<>();
          event.path("data").path("members").forEach(one -> people.add(one.path("id").asString()));
          assertThat(people).hasSize(30);
        });
  }
}
