package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.acceptance.Ledger.Fate;
import cn.jianfu.allinone.sample.RefusedByPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the platform kept and shows of what a diary told it. */
record DiaryReadBack(Diary diary) {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** What was accepted is kept and shown as it was said, and once; what was declined, nowhere. */
  void isKeptAndShown() {
    diary.groups().forEach(this::isKeptAndShown);
    List<String> exceptions = keptExceptions();
    assertThat(exceptions)
        .doesNotHaveDuplicates()
        .containsAll(diary.exemptions.with(Fate.ACCEPTED));
    assertThat(diary.exemptions.possible()).containsAll(exceptions);
    assertThat(diary.district.get(diary.gateway("audit/verification")).path("broken")).isEmpty();
  }

  private List<String> keptExceptions() {
    return Pages.all(diary.district, diary.gateway("exemptions?limit=200")).stream()
        .map(exemption -> exemption.path("id").asString())
        .filter(id -> id.startsWith(diary.name + "-"))
        .toList();
  }

  private void isKeptAndShown(String id) {
    Map<String, Integer> counted = keptDays(id);
    assertThat(counted.keySet()).containsAll(of(id, diary.days.with(Fate.ACCEPTED)));
    assertThat(of(id, diary.days.possible())).containsAll(counted.keySet());
    decidedOnce(id);
    JsonNode kept = diary.town.get(diary.service("groups/" + id)).path("decision");
    await()
        .pollInterval(Duration.ofMillis(500))
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          JsonNode view = diary.district.get(diary.gateway("groups/" + id));
          assertThat(shownDays(view)).as(id).isEqualTo(counted);
          assertThat(view.path("group").path("decision").path("reason"))
              .as(id)
              .isEqualTo(kept.path("reason"));
          Map<String, Integer> listed = shownLists(view);
          assertThat(listed.keySet()).as(id).containsAll(of(id, diary.lists.with(Fate.ACCEPTED)));
          assertThat(of(id, diary.lists.possible())).as(id).containsAll(listed.keySet());
          assertThat(diary.said).as(id).containsAllEntriesOf(named("members ", id, listed));
        });
    assertThat(diary.said).containsAllEntriesOf(named("messages ", id, counted));
  }

  /** Messages that group-service has of the days of which it was told, those declined included. */
  private Map<String, Integer> keptDays(String id) {
    Map<String, Integer> kept = new TreeMap<>();
    Set<String> told = new TreeSet<>(diary.days.possible());
    told.addAll(diary.days.with(Fate.DECLINED));
    for (String day : of(id, told)) {
      try {
        JsonNode counted = diary.town.get(diary.service("groups/" + id + "/activity/" + day));
        kept.put(day, counted.path("messages").asInt());
      } catch (RefusedByPlatform refused) {
        assertThat(refused.status()).isEqualTo(404);
      }
    }
    return kept;
  }

  private static Map<String, Integer> shownDays(JsonNode view) {
    Map<String, Integer> shown = new TreeMap<>();
    view.path("days")
        .properties()
        .forEach(day -> shown.put(day.getKey(), day.getValue().path("messages").asInt()));
    return shown;
  }

  private static Map<String, Integer> shownLists(JsonNode view) {
    Map<String, Integer> shown = new TreeMap<>();
    view.path("members")
        .properties()
        .forEach(day -> shown.put(day.getKey(), day.getValue().asInt()));
    return shown;
  }

  /** Each decision is in the history once, whatever came after it; it is heard from the topic. */
  private void decidedOnce(String id) {
    Set<String> accepted = of(id, diary.decisions.with(Fate.ACCEPTED));
    await()
        .pollInterval(Duration.ofMillis(500))
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(reasonsInHistory(id)).as(id).containsAll(accepted));
    List<String> reasons = reasonsInHistory(id);
    assertThat(reasons).as(id).doesNotHaveDuplicates();
    assertThat(of(id, diary.decisions.possible())).as(id).containsAll(reasons);
  }

  private List<String> reasonsInHistory(String id) {
    List<String> reasons = new ArrayList<>();
    diary
        .town
        .get(diary.service("groups/" + id + "/history"))
        .path("items")
        .forEach(entry -> {
          if (entry.path("type").asString().equals("group.work-group-decided.v1")) {
            reasons.add(entry.path("reason").asString());
          }
        });
    return reasons;
  }

  /** What the keys say of a group. */
  private static Set<String> of(String id, Set<String> keys) {
    return keys.stream()
        .filter(key -> key.startsWith(id + " "))
        .map(key -> key.substring(id.length() + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Integer> named(String what, String id, Map<String, Integer> byDay) {
    return byDay.entrySet().stream()
        .collect(Collectors.toMap(day -> what + id + " " + day.getKey(), Map.Entry::getValue));
  }
}
