package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.HONGTIAN;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN_OFFICE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.Topics;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.Await;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever declared a group in error takes that back while nothing was built on it. */
class WithdrawingDeclarationsTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String BASE = "/api/v1/groups/" + XINDIAN + "/WECOM/";

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);
  private final Asking town =
      service
          .asking("town-office", XINDIAN)
          .with("Content-Type", "application/json")
          .with("Accept-Language", "zh-CN");

  @Test
  void aGroupThatWasDeclaredInErrorNeverWasAndMayBeDeclaredAnew() {
    String group = declared("wd-1", "误报的群");
    sent("POST", group + "/filing", "{\"filingNo\":\"备错1\"}");
    StoredState before = StoredState.of(database);

    JsonNode told = withdrawn(group + "/declaration?dryRun=true");
    assertThat(StoredState.of(database)).isEqualTo(before);
    JsonNode gone = withdrawn(group + "/declaration");

    assertThat(gone).isEqualTo(told);
    assertThat(gone.at("/state").asString()).isEqualTo("WITHDRAWN");
    assertThat(gone.at("/filingNo").isNull()).isTrue();
    assertThat(gone.at("/declaredOn").isNull()).isTrue();
    StoredState after = StoredState.of(database);
    assertThat(withdrawn(group + "/declaration")).as("once more").isEqualTo(gone);
    assertThat(StoredState.of(database)).isEqualTo(after);
    sent("PUT", group, "{\"name\":\"对的群\"}");
    assertThat(read(group).at("/state").asString()).isEqualTo("DECLARED");
    assertThat(read(group).at("/filingNo").isNull()).isTrue();
    try (var events = new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS)) {
      assertThat(events.typesOf(gone.at("/groupId").asString(), 4))
          .containsExactly(
              "group.work-group-declared.v1",
              "group.work-group-filed.v1",
              "group.work-group-declaration-withdrawn.v1",
              "group.work-group-declared.v1");
    }
  }

  @Test
  void aRepeatWithdrawsNothingThatWasDeclaredSinceAndAnOldVersionIsAConflict() {
    String group = declared("wd-2", "误报的群");
    Asking late = town.with("If-Match", "\"7\"");
    assertThat(late.refused("DELETE", group + "/declaration", null).at("/type").asString())
        .isEqualTo("urn:problem:web.stale-version");
    Asking keyed = town.with("Idempotency-Key", "wd-2").with("If-Match", "\"1\"");
    HttpResponse<String> first = keyed.send("DELETE", group + "/declaration", null);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    sent("PUT", group, "{\"name\":\"又报的群\"}");

    HttpResponse<String> again = keyed.send("DELETE", group + "/declaration", null);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
    assertThat(read(group).at("/state").asString()).isEqualTo("DECLARED");
  }

  @Test
  void whatWasBuiltOnStaysAndIsToldInWords() {
    String decided = declared("wd-decided", "已定群");
    sent("POST", decided + "/decisions", "{\"kind\":\"KEEP\",\"reason\":\"常用\"}");
    String used = declared("wd-used", "在用群");
    sent("PUT", used + "/members", "{\"members\":[{\"id\":\"a\"}]}");
    String target = declared("wd-target", "并入群");
    String merging = declared("wd-merging", "待并群");
    String into = XINDIAN + "/WECOM/wd-target";
    sent(
        "POST",
        merging + "/decisions",
        "{\"kind\":\"MERGE\",\"reason\":\"重复\",\"mergeInto\":\"" + into + "\"}");
    String seen = BASE + "wd-seen";
    sent("PUT", seen + "/activity/2026-11-02", "{\"messages\":4,\"activeSenders\":2}");
    StoredState before = StoredState.of(database);

    refuses(decided, 409, "group.built-on", "处置决定", "decided about");
    refuses(used, 409, "group.seen-in-use", "确有其群", "there is such a group");
    refuses(target, 409, "group.built-on", "合并的去向", "target of a merge");
    refuses(merging, 409, "group.built-on", "可先撤回", "withdrawn first");
    refuses(seen, 404, "group.not-declared", "登记", "Declare");
    refuses(BASE + "wd-nobody", 404, "group.not-declared", "登记", "Declare");
    assertThat(StoredState.of(database)).isEqualTo(before);

    sent("DELETE", merging + "/decisions/current", null);
    assertThat(withdrawn(merging + "/declaration").at("/state").asString()).isEqualTo("WITHDRAWN");
    assertThat(withdrawn(target + "/declaration").at("/state").asString()).isEqualTo("WITHDRAWN");
  }

  @Test
  void whatIsReportedLateOfAWithdrawnGroupIsSeenAndDeclaredByNobody() {
    String group = declared("wd-late", "误报的群");
    withdrawn(group + "/declaration");

    sent("PUT", group + "/activity/2026-11-02", "{\"messages\":4,\"activeSenders\":2}");

    JsonNode seen = read(group);
    assertThat(seen.at("/state").asString()).isEqualTo("OBSERVED");
    assertThat(seen.at("/declaredOn").isNull()).isTrue();
    assertThat(seen.at("/name").asString()).isEqualTo("wd-late");
    refuses(group, 404, "group.not-declared", "登记", "Declare");
  }

  /** Whichever comes first: no group that is in use is withdrawn. */
  @Test
  void reportsThatArriveMeanwhileAreNotLost() {
    try (var second = service.another()) {
      Asking other = town.at(GroupServiceUnderTest.portOf(second));
      for (int i = 0; i < 12; i++) {
        String group = declared("wd-race-" + i, "误报的群");
        byte[] counters = "{\"messages\":4,\"activeSenders\":2}".getBytes(UTF_8);
        var withdrawal =
            CompletableFuture.supplyAsync(() -> town.send("DELETE", group + "/declaration", null));
        var report =
            CompletableFuture.supplyAsync(
                () -> other.send("PUT", group + "/activity/2026-11-02", counters));

        int status = withdrawal.join().statusCode();
        assertThat(report.join().statusCode()).isEqualTo(200);
        assertThat(status).isIn(200, 409);
        assertThat(read(group).at("/state").asString())
            .isEqualTo(status == 200 ? "OBSERVED" : "DECLARED");
      }
    }
  }

  @Test
  void aGroupThatTwoUnitsDeclareIsOneWhenOneOfThemTakesThatBack() {
    String mistaken = "/api/v1/groups/" + HONGTIAN + "/WECOM/wd-twice";
    String right = "/api/v1/groups/" + XINDIAN_OFFICE + "/WECOM/wd-twice";
    sent("PUT", right, "{\"name\":\"一个群\"}");
    sent("PUT", mistaken, "{\"name\":\"一个群\"}");
    String group = XINDIAN_OFFICE + "/WECOM/wd-twice";
    String findings = "/api/v1/findings?group=" + URLEncoder.encode(group, UTF_8);
    Await.until(() -> assertThat(town.send("GET", findings, null).body()).contains("G-TWICE"));

    withdrawn(mistaken + "/declaration");

    try (var events = new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS)) {
      assertThat(
              events.matching(
                  each ->
                      each.value() != null
                          && each.value().contains("\"G-TWICE\"")
                          && each.value().contains(group)
                          && each.value().contains("\"WITHDRAWN\""),
                  1))
          .isNotEmpty();
    }
    assertThat(read(right).at("/state").asString()).isEqualTo("DECLARED");
  }

  @Test
  void whatWasWithdrawnByHandStandsInTheWayOfNoImportsUndo() {
    String sheet = "群名称,主管单位,用途\n手撤一群,党政办,值班\n手撤二群,党政办,值班\n";
    JsonNode done =
        JSON.readTree(
            town.with("Content-Type", "text/csv")
                .send("POST", "/api/v1/imports?atomic=true", sheet.getBytes(UTF_8))
                .body());
    String found =
        town.send("GET", "/api/v1/groups?q=" + URLEncoder.encode("手撤一群", UTF_8), null).body();
    String id = JSON.readTree(found).at("/items/0/groupId").asString();
    withdrawn("/api/v1/groups/" + id + "/declaration");

    HttpResponse<String> undone =
        town.send("POST", "/api/v1/imports/" + done.at("/id").asString() + "/undo", null);

    assertThat(JSON.readTree(undone.body()).at("/state").asString())
        .as(undone.body())
        .isEqualTo("UNDONE");
    assertThat(read("/api/v1/groups/" + id).at("/version").asInt()).isEqualTo(2);
  }

  private String declared(String id, String name) {
    sent("PUT", BASE + id, "{\"name\":\"" + name + "\"}");
    return BASE + id;
  }

  private JsonNode read(String path) {
    return JSON.readTree(town.send("GET", path, null).body());
  }

  private JsonNode withdrawn(String path) {
    HttpResponse<String> answer = town.send("DELETE", path, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private void refuses(String group, int status, String type, String zh, String en) {
    for (String query : List.of("?dryRun=true", "")) {
      HttpResponse<String> answer = town.send("DELETE", group + "/declaration" + query, null);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      assertThat(answer.body()).contains("urn:problem:" + type, zh);
    }
    Asking english = town.with("Accept-Language", "en");
    assertThat(english.send("DELETE", group + "/declaration", null).body()).contains(en);
  }

  private void sent(String method, String path, @Nullable String body) {
    byte @Nullable [] bytes = body == null ? null : body.getBytes(UTF_8);
    HttpResponse<String> answer = town.send(method, path, bytes);
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }
}
