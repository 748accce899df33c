package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.acceptance.Ledger.Fate;
import cn.jianfu.allinone.sample.PlatformAddresses;
import cn.jianfu.allinone.sample.PlatformClient;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What group-service and the gateway say that there is, against what a ledger says. */
record Books(PlatformAddresses platform, PlatformClient district) {

  private static final String TOWN = "350213104000";

  /** Groups of a town whose own pages are compared. */
  private static final int SOME = 12;

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Who was killed in the middle of a scan keeps others from it for most of a minute. */
  private static final Duration UNTIL_A_SCAN = Duration.ofMinutes(3);

  /** Nothing accepted is missing, nothing is there twice, nothing declined is there at all. */
  void agreeWith(Ledger ledger) {
    List<String> kept = idsBelow(Ledger.UNIT).stream().filter(ledger::owns).toList();
    assertThat(kept).doesNotHaveDuplicates().containsAll(ledger.with(Fate.ACCEPTED));
    assertThat(kept).doesNotContainAnyElementsOf(ledger.with(Fate.DECLINED));
    Set<String> known = new HashSet<>(ledger.with(Fate.ACCEPTED));
    known.addAll(ledger.with(Fate.UNKNOWN));
    assertThat(known).containsAll(kept);
    int inTown = idsBelow(TOWN).size();
    await()
        .pollInterval(Duration.ofMillis(500))
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          TownView view = town();
          assertThat(view.groupIds().filter(ledger::owns))
              .containsExactlyInAnyOrderElementsOf(kept);
          assertThat(view.metric("M02").path("denominator").asInt()).isEqualTo(inTown);
        });
  }

  /** Ids of all groups of a unit and below. */
  List<String> idsBelow(String unit) {
    return groupsBelow(unit).map(group -> group.path("groupId").asString()).toList();
  }

  private Stream<JsonNode> groupsBelow(String unit) {
    return Pages.all(district, group("groups?limit=200&unit=" + unit)).stream();
  }

  /** Everything that group-service says of each group. */
  Map<String, String> versions() {
    return groupsBelow(Ledger.UNIT)
        .collect(Collectors.toMap(it -> it.path("groupId").asString(), JsonNode::toString));
  }

  private TownView town() {
    return TownView.of(district, gateway("towns/" + TOWN));
  }

  /**
   * Once told of a group's declaration, nobody is told again as if it were another. The history is
   * heard from the topic: what is missing is awaited.
   */
  void tellOnceOf(Set<String> ids) {
    String declared = "group.work-group-declared.v1";
    await()
        .pollInterval(Duration.ofMillis(500))
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          for (String id : ids) {
            assertThat(historyOf(id)).as(id).contains(declared);
          }
        });
    ids.forEach(id -> assertThat(historyOf(id)).as(id).containsOnlyOnce(declared));
  }

  private List<String> historyOf(String id) {
    List<String> types = new ArrayList<>();
    district
        .get(group("groups/" + id + "/history"))
        .path("items")
        .forEach(entry -> types.add(entry.path("type").asString()));
    return types;
  }

  /** What the view could not apply of a topic. */
  int deadLettersOf(String topic) {
    return district.get(gateway("ingest-status/dead-letters/" + topic)).size();
  }

  /** The views of all towns, today and a week ago: all that does not say when it was computed. */
  private Map<String, String> view() {
    Map<String, String> views = new TreeMap<>();
    LocalDate before = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusWeeks(1);
    for (JsonNode row : district.get(gateway("overview")).path("towns")) {
      String code = row.path("code").asString();
      views.put(code + " in the overview", row.path("row").toString());
      JsonNode town = district.get(gateway("towns/" + code));
      views.put(code + " compliance", town.path("town").path("compliance").toString());
      views.put(code + " groups", town.path("groups").toString());
      views.put(code + " findings", town.path("findings").toString());
      JsonNode then = district.get(gateway("towns/" + code + "?asOf=" + before));
      views.put(code + " a week ago", then.path("town").path("compliance").toString());
    }
    for (String town : List.of(TOWN, Diary.TOWN)) {
      TownView.of(district, gateway("towns/" + town))
          .groupIds()
          .limit(SOME)
          .forEach(id -> views.put(id, district.get(gateway("groups/" + id)).toString()));
    }
    assertThat(views).containsKey(TOWN + " compliance");
    return views;
  }

  /** The view once the detection has followed what was written, and the gateway the detection. */
  private Map<String, String> settledView() {
    await("a scan is accepted")
        .atMost(UNTIL_A_SCAN)
        .ignoreExceptions()
        .until(() -> !district.send("POST", group("scans"), Map.of()).isNull());
    AtomicReference<Map<String, String>> last = new AtomicReference<>(Map.of());
    await("the view stands still")
        .pollInterval(Duration.ofSeconds(3))
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          Map<String, String> now = view();
          assertThat(now).isEqualTo(last.getAndSet(now));
        });
    return last.get();
  }

  /** What is shown is what is shown after everything was read again. */
  void equalARebuild() {
    Map<String, String> before = settledView();

    LongJob.REBUILD.run(district, platform.gateway());

    assertThat(settledView()).isEqualTo(before);
  }

  private URI gateway(String path) {
    return platform.gateway().resolve("/api/v1/" + path);
  }

  private URI group(String path) {
    return platform.group().resolve("/api/v1/" + path);
  }
}
