package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
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

/** Whoever uploaded the wrong register takes it back while nothing was built on it. */
class UndoingImportsTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String HEADER = "群名称,主管单位,用途,备案号\n";

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);
  private final Asking town =
      service
          .asking("town-office", XINDIAN)
          .with("Content-Type", "application/json")
          .with("Accept-Language", "zh-CN");

  @Test
  void groupsThatOnlyTheImportKnewNeverWereAndChangedOnesHaveBackWhatTheyHad() {
    imported("撤旧群,党政办,值班,\n");
    JsonNode before = group("撤旧群");
    String id = imported("撤旧群,党政办,巡查,备错1\n撤新群,党政办,巡查,备错2\n");
    assertThat(group("撤旧群").at("/state").asString()).isEqualTo("FILED");

    JsonNode undone = undo(id, "");

    assertThat(undone.at("/state").asString()).as(undone.toString()).isEqualTo("UNDONE");
    assertThat(undone.at("/undo/accepted").asInt()).isEqualTo(2);
    assertThat(undone.at("/undo/applied").asBoolean()).isTrue();
    assertThat(without(group("撤旧群"), "version")).isEqualTo(without(before, "version"));
    JsonNode never = group("撤新群");
    assertThat(never.at("/state").asString()).isEqualTo("WITHDRAWN");
    assertThat(never.at("/filingNo").isNull()).isTrue();
    assertThat(never.at("/transitions").toString()).contains("FILED", "WITHDRAWN");
    try (var events = new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS)) {
      assertThat(events.typesOf(never.at("/groupId").asString(), 3))
          .containsExactly(
              "group.work-group-declared.v1",
              "group.work-group-filed.v1",
              "group.work-group-declaration-withdrawn.v1");
    }
  }

  @Test
  void whatWasImportedIsListedForWhoMayTakeItBackTheLatestFirst() {
    String first = imported("撤列群,党政办,值班,\n");
    String second = imported("撤列群,党政办,巡查,\n");
    town.with("Content-Type", "text/csv")
        .send("POST", "/api/v1/imports?dryRun=true", (HEADER + "撤列二群,党政办,,\n").getBytes(UTF_8));
    undo(second, "");

    assertThat(listed(town).subList(0, 2))
        .containsExactly(second + " UNDONE 0 1", first + " APPLIED 1 0");
    assertThat(listed(service.asking("district-supervisor", DISTRICT)))
        .contains(second + " UNDONE 0 1");
    assertThat(listed(service.asking("town-office", MAXIANG)))
        .noneMatch(it -> it.startsWith(first) || it.startsWith(second));
  }

  private static List<String> listed(Asking who) {
    JsonNode items = JSON.readTree(who.send("GET", "/api/v1/imports", null).body()).path("items");
    return items
        .valueStream()
        .map(it ->
            String.join(
                " ",
                it.path("id").asString(),
                it.path("state").asString(),
                it.path("created").asString(),
                it.path("changed").asString()))
        .toList();
  }

  @Test
  void undoneTwiceSaysNothingNewAndTheRightRegisterDeclaresAgain() {
    String id = imported("撤再群,党政办,值班,\n");
    JsonNode first = undo(id, "");
    StoredState undone = StoredState.of(database);

    assertThat(undo(id, "")).isEqualTo(first);
    assertThat(undo(id, "?dryRun=true")).isEqualTo(first);
    assertThat(JSON.readTree(town.send("GET", "/api/v1/imports/" + id, null).body()))
        .isEqualTo(first);
    assertThat(StoredState.of(database)).isEqualTo(undone);

    String right = imported("撤再群,党政办,,备7\n");
    assertThat(group("撤再群").at("/state").asString()).isEqualTo("FILED");
    assertThat(group("撤再群").at("/purpose").isNull()).isTrue();
    undo(right, "");
    assertThat(group("撤再群").at("/state").asString()).isEqualTo("WITHDRAWN");
  }

  @Test
  void whatWasBuiltOnIsNamedWithTheReasonAndThenNothingIsUndone() {
    String id =
        imported(
            """
            基定群,党政办,值班,
            基备群,党政办,值班,
            基用群,党政办,值班,
            基改群,党政办,值班,
            基并群,党政办,值班,
            基清群,党政办,值班,
            """);
    imported("基去群,党政办,值班,\n");
    send("POST", "基定群", "/decisions", "{\"kind\":\"DISSOLVE\",\"reason\":\"停用\"}");
    send("POST", "基备群", "/filing", "{\"filingNo\":\"备8\"}");
    send("PUT", "基用群", "/members", "{\"members\":[{\"id\":\"a\"}]}");
    send("PUT", "基改群", "/name", "{\"name\":\"基改群（新）\"}");
    send(
        "POST",
        "基去群",
        "/decisions",
        "{\"kind\":\"MERGE\",\"reason\":\"重复\",\"mergeInto\":\"" + idOf("基并群") + "\"}");
    StoredState before = StoredState.of(database);

    JsonNode told = undo(id, "?dryRun=true");
    JsonNode refused = undo(id, "");

    assertThat(refused.at("/state").asString()).isEqualTo("APPLIED");
    assertThat(refused.at("/undo/applied").asBoolean()).isFalse();
    assertThat(refused.at("/undo/declined").asInt()).as(refused.toString()).isEqualTo(5);
    assertThat(codes(refused))
        .containsExactly(
            "2 register.undo-decided",
            "3 register.undo-filed",
            "4 register.undo-in-use",
            "5 register.undo-changed",
            "6 register.undo-merge-target");
    assertThat(refused.at("/undo/messages/0/message").asString()).contains("基定群");
    assertThat(codes(told)).isEqualTo(codes(refused));
    assertThat(StoredState.of(database)).isEqualTo(before);

    JsonNode some = undo(id, "?atomic=false");
    assertThat(some.at("/state").asString()).isEqualTo("UNDONE");
    assertThat(some.at("/undo/accepted").asInt()).isEqualTo(1);
    assertThat(group("基清群").at("/state").asString()).isEqualTo("WITHDRAWN");
    assertThat(group("基定群").at("/state").asString()).isEqualTo("DISSOLVING");
    assertThat(group("基并群").at("/state").asString()).isEqualTo("DECLARED");
  }

  @Test
  void whatWasDecidedSinceAndTakenBackStandsInNobodysWay() {
    imported("回旧群,党政办,值班,\n");
    send("POST", "回旧群", "/decisions", "{\"kind\":\"KEEP\",\"reason\":\"常用\"}");
    JsonNode before = group("回旧群");
    String id = imported("回旧群,党政办,巡查,\n回新群,党政办,巡查,备错9\n");
    for (String name : List.of("回旧群", "回新群")) {
      send("POST", name, "/decisions", "{\"kind\":\"DISSOLVE\",\"reason\":\"误点\"}");
    }
    assertThat(codes(undo(id, "")))
        .containsExactly("2 register.undo-decided", "3 register.undo-decided");
    send("DELETE", "回旧群", "/decisions/current", null);
    send("DELETE", "回新群", "/decisions/current", null);
    assertThat(group("回旧群").at("/decision/kind").asString()).isEqualTo("KEEP");

    JsonNode undone = undo(id, "");

    assertThat(undone.at("/state").asString()).as(undone.toString()).isEqualTo("UNDONE");
    assertThat(without(group("回旧群"), "version")).isEqualTo(without(before, "version"));
    assertThat(group("回新群").at("/state").asString()).isEqualTo("WITHDRAWN");
  }

  @Test
  void whatElseWasChangedStandsInTheWayAlsoWhenADecisionWasTakenBack() {
    String id = imported("另改群,党政办,值班,\n");
    send("POST", "另改群", "/decisions", "{\"kind\":\"DISSOLVE\",\"reason\":\"误点\"}");
    send("DELETE", "另改群", "/decisions/current", null);
    send("PUT", "另改群", "/name", "{\"name\":\"另改群（新）\"}");

    assertThat(codes(undo(id, ""))).containsExactly("2 register.undo-changed");
  }

  @Test
  void aGroupThatTheUnitHasAnsweredForSinceStaysAndAnEarlierAnswerOfTheDayIsInNobodysWay() {
    imported("先答群,新店镇,值班,\n");
    String id = imported("查答群,新店镇,值班,\n");
    contested("先答群");
    String answeredBefore = imported("先答群,新店镇,巡查,\n");

    JsonNode undone = undo(answeredBefore, "");

    assertThat(undone.at("/state").asString()).as(undone.toString()).isEqualTo("UNDONE");
    assertThat(group("先答群").at("/purpose").asString()).isEqualTo("值班");
    contested("查答群");
    assertThat(codes(undo(id, ""))).containsExactly("2 register.undo-answered");
    assertThat(group("查答群").at("/state").asString()).isEqualTo("DECLARED");
  }

  private void contested(String name) {
    String group = idOf(name);
    String check = "/api/v1/self-checks/2026-autumn/" + XINDIAN;
    assertThat(town.send("GET", check, null).body()).contains(group);
    String contest =
        "{\"confirmAll\":false,\"answers\":[{\"groupId\":\""
            + group
            + "\",\"confirm\":false,\"reason\":\"待定\"}]}";
    HttpResponse<String> answered = town.send("POST", check + "/answers", contest.getBytes(UTF_8));
    assertThat(answered.statusCode()).as(answered.body()).isLessThan(300);
  }

  @Test
  void whatWasFoundOfAGroupThatNeverWasIsClearedAsThat() {
    String answer =
        town.with("Content-Type", "text/csv")
            .send(
                "POST",
                "/api/v1/imports?atomic=true",
                "群名称,性质,建群时间,有效期\n误报群,临时,2025-03-01,2026-01-31\n".getBytes(UTF_8))
            .body();
    String group = idOf("误报群");
    String findings = "/api/v1/findings?group=" + URLEncoder.encode(group, UTF_8);
    Await.until(() -> assertThat(town.send("GET", findings, null).body()).contains("G-TEMP"));

    undo(JSON.readTree(answer).at("/id").asString(), "");

    try (var events = new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS)) {
      assertThat(
              events.matching(
                  each ->
                      each.value() != null
                          && each.value().contains("\"G-TEMP\"")
                          && each.value().contains(group)
                          && each.value().contains("\"WITHDRAWN\""),
                  1))
          .isNotEmpty();
    }
  }

  @Test
  void whatWasNotAppliedCannotBeUndoneAndNobodyElseCanUndoIt() {
    String tried =
        JSON.readTree(
                town.with("Content-Type", "text/csv")
                    .send(
                        "POST",
                        "/api/v1/imports?dryRun=true",
                        (HEADER + "试撤群,党政办,,\n").getBytes(UTF_8))
                    .body())
            .at("/id")
            .asString();
    assertThat(town.refused("POST", "/api/v1/imports/" + tried + "/undo", null).at("/type"))
        .hasToString("\"urn:problem:group.import-not-applied\"");

    String id = imported("他撤群,党政办,,\n");
    Asking stranger = service.asking("town-office", MAXIANG).with("Accept-Language", "zh-CN");
    HttpResponse<String> foreign = stranger.send("POST", "/api/v1/imports/" + id + "/undo", null);
    HttpResponse<String> none = stranger.send("POST", "/api/v1/imports/nothing/undo", null);
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(none.body());
    assertThat(town.send("POST", "/api/v1/imports/nothing/undo", null).statusCode()).isEqualTo(404);
    Asking reader = service.asking("discipline", XINDIAN);
    assertThat(reader.send("POST", "/api/v1/imports/nothing/undo", null).statusCode())
        .isEqualTo(403);
    Asking district = service.asking("district-admin", DISTRICT);
    assertThat(district.send("POST", "/api/v1/imports/nothing/undo", null).statusCode())
        .isEqualTo(404);
    assertThat(group("他撤群").at("/state").asString()).isEqualTo("DECLARED");
    assertThat(district.send("POST", "/api/v1/imports/" + id + "/undo", null).body())
        .contains("\"UNDONE\"");
  }

  @Test
  void undoneByTwoInstancesAtOnceItIsUndoneOnce() {
    String id = imported("双撤一群,党政办,,\n双撤二群,党政办,,\n");
    String path = "/api/v1/imports/" + id + "/undo";
    try (var second = service.another()) {
      Asking other = town.at(GroupServiceUnderTest.portOf(second));
      List<CompletableFuture<String>> answers =
          List.of(town, other, town, other).stream()
              .map(
                  each -> CompletableFuture.supplyAsync(() -> each.send("POST", path, null).body()))
              .toList();
      assertThat(answers.stream().map(CompletableFuture::join))
          .allSatisfy(answer -> assertThat(answer).contains("\"UNDONE\"", "\"accepted\":2"));
    }
    for (String name : List.of("双撤一群", "双撤二群")) {
      JsonNode group = group(name);
      assertThat(group.at("/state").asString()).isEqualTo("WITHDRAWN");
      assertThat(group.at("/version").asInt()).isEqualTo(2);
    }
  }

  private String imported(String rows) {
    String answer =
        town.with("Content-Type", "text/csv")
            .send("POST", "/api/v1/imports?atomic=true", (HEADER + rows).getBytes(UTF_8))
            .body();
    assertThat(JSON.readTree(answer).at("/state").asString()).as(answer).isEqualTo("APPLIED");
    return JSON.readTree(answer).at("/id").asString();
  }

  private JsonNode undo(String id, String query) {
    HttpResponse<String> answer =
        town.send("POST", "/api/v1/imports/" + id + "/undo" + query, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static List<String> codes(JsonNode answer) {
    return answer
        .at("/undo/messages")
        .valueStream()
        .map(it -> it.at("/row").asInt() + " " + it.at("/code").asString())
        .toList();
  }

  private JsonNode group(String name) {
    String found =
        town.send("GET", "/api/v1/groups?q=" + URLEncoder.encode(name, UTF_8), null).body();
    assertThat(JSON.readTree(found).at("/items").size()).as(name + found).isEqualTo(1);
    return JSON.readTree(found).at("/items/0");
  }

  private String idOf(String name) {
    return group(name).at("/groupId").asString();
  }

  private void send(String method, String name, String rest, @Nullable String body) {
    HttpResponse<String> answer =
        town.send(
            method,
            "/api/v1/groups/" + idOf(name) + rest,
            body == null ? null : body.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  private static JsonNode without(JsonNode group, String field) {
    return ((tools.jackson.databind.node.ObjectNode) group.deepCopy()).without(field);
  }
}
