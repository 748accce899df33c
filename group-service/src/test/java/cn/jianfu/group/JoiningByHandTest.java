package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.Topics;
import cn.jianfu.group.register.domain.ImportKey;
import cn.jianfu.testkit.Asking;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A register calls a group otherwise than its platform does: people say that both are one. */
class JoiningByHandTest {

  private static final ServiceOverTime SERVICE = new ServiceOverTime();
  private static final LocalDate BEGIN = LocalDate.of(2026, 6, 1);

  private final Asking office = SERVICE.asking("town-office", XINDIAN);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void groupsOfDifferentNamesAreMadeOneAndTwoAgain() {
    SERVICE.today(BEGIN);
    SERVICE.declare("hand-other", "无关的群");
    String entry = listed("手工合一群");
    String at = "/api/v1/groups/" + entry;
    sent("PUT", at, "{\"name\":\"手工合一群\",\"purpose\":\"值班\"}");
    sent("POST", at + "/decisions", "{\"kind\":\"DISSOLVE\",\"reason\":\"长期闲置\"}");
    SERVICE.today(BEGIN.plusDays(1));
    SERVICE.declare("hand-1", "合一（防汛）");
    JsonNode before = SERVICE.read(ServiceOverTime.GROUPS + "hand-1");
    String into = into("hand-1");

    var tried = send("POST", at + "/join?dryRun=true", into);
    assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
    assertThat(SERVICE.read(at).path("state").asString()).isEqualTo("DISSOLVING");
    assertThat(SERVICE.read(ServiceOverTime.GROUPS + "hand-1")).isEqualTo(before);
    assertThat(send(office.with("If-Match", "\"1\""), "POST", at + "/join", into).body())
        .contains("web.stale-version");

    Asking keyed = office.with("Idempotency-Key", "join-1");
    var joined = send(keyed, "POST", at + "/join", into);
    assertThat(joined.statusCode()).as(joined.body()).isEqualTo(200);
    assertThat(send(keyed, "POST", at + "/join", into).statusCode()).isEqualTo(200);
    assertThat(SERVICE.read(at).path("joinedInto").asString()).endsWith("/hand-1");
    assertThat(state("hand-1")).isEqualTo("DISSOLVING");

    whatIsPushedUnderTheRegistersKeyIsToldWhereItBelongs(entry);

    SERVICE.today(BEGIN.plusDays(2));
    assertThat(send("DELETE", at + "/join?dryRun=true", null).statusCode()).isEqualTo(200);
    assertThat(state("hand-1")).isEqualTo("DISSOLVING");
    assertThat(send("DELETE", at + "/join", null).statusCode()).isEqualTo(200);
    assertThat(send("DELETE", at + "/join", null).statusCode()).isEqualTo(200);
    JsonNode again = SERVICE.read(at);
    assertThat(again.path("state").asString()).isEqualTo("DISSOLVING");
    assertThat(again.path("joinedInto").asString("")).isEmpty();
    JsonNode alone = SERVICE.read(ServiceOverTime.GROUPS + "hand-1");
    assertThat(alone.path("state").asString()).isEqualTo("DECLARED");
    assertThat(alone.path("purpose").asString("")).isEmpty();
    try (var events =
        new PublishedEvents(GroupServiceUnderTest.shared().brokers(), Topics.GROUP_EVENTS)) {
      assertThat(events.typesOf(entry, 4))
          .endsWith("group.work-group-joined.v1", "group.work-group-separated.v1");
    }
  }

  private void whatIsPushedUnderTheRegistersKeyIsToldWhereItBelongs(String entry) {
    String at = "/api/v1/groups/" + entry;
    for (String[] push :
        new String[][] {
          {"PUT", "", "{\"name\":\"手工合一群\",\"purpose\":\"别的\"}"},
          {"PUT", "/members", "{\"members\":[{\"id\":\"a\"}]}"},
          {"PUT", "/activity/" + BEGIN, "{\"messages\":1,\"activeSenders\":1}"}
        }) {
      var told = send(push[0], at + push[1], push[2]);
      assertThat(told.statusCode()).as(push[1]).isEqualTo(409);
      assertThat(told.body()).as(push[1]).contains("group.joined", XINDIAN + "/WECOM/hand-1");
    }
    String event =
        """
        {"specversion":"1.0","id":"joined-1","source":"/towns/%s",
         "type":"town.group-activity-counted.v1","subject":"%s",
         "data":{"date":"2026-06-01","messages":1,"activeSenders":1}}
        """
            .formatted(XINDIAN, entry);
    var pushed =
        SERVICE
            .town
            .with("Content-Type", "application/cloudevents+json")
            .send("POST", "/api/v1/events", event.getBytes(UTF_8));
    assertThat(pushed.body()).contains("group.joined", XINDIAN + "/WECOM/hand-1");
  }

  @Test
  void aScanDoesNotMakeOneAgainOfWhatSomebodySaidIsTwo() {
    SERVICE.today(BEGIN);
    SERVICE.declare("hand-2", "同名但不同群");
    String at = "/api/v1/groups/" + listed("同名但不同群");
    sent("PUT", at, "{\"name\":\"同名但不同群\"}");
    SERVICE.scan();
    assertThat(SERVICE.read(at).path("state").asString()).isEqualTo("JOINED");

    sent("DELETE", at + "/join", null);
    SERVICE.scan();

    assertThat(SERVICE.read(at).path("state").asString()).isEqualTo("DECLARED");
    sent("POST", at + "/join", into("hand-2"));
    assertThat(SERVICE.read(at).path("state").asString()).isEqualTo("JOINED");
  }

  @Test
  void whatCannotBeJoinedIsToldAndChangesNothing() {
    SERVICE.today(BEGIN);
    SERVICE.declare("hand-3", "平台群");
    SERVICE.declare("hand-4", "已解散群");
    sent(
        "POST",
        ServiceOverTime.GROUPS + "hand-4/decisions",
        "{\"kind\":\"DISSOLVE\",\"reason\":\"闲置\"}");
    sent("POST", ServiceOverTime.GROUPS + "hand-4/execution", "{}");
    String entry = listed("不能合一的群");
    String at = "/api/v1/groups/" + entry;
    assertThat(send("POST", at + "/join", into("hand-3")).statusCode()).isEqualTo(404);
    sent("PUT", at, "{\"name\":\"不能合一的群\"}");
    JsonNode before = SERVICE.read(at);

    refused(ServiceOverTime.GROUPS + "hand-3", "hand-4", 422, "group.not-of-register");
    refused(at, "hand-nobody", 422, "join-unknown");
    refused(at, "hand-4", 409, "group.already-dissolved");
    refused(at, entry.substring(entry.lastIndexOf('/') + 1), 422, "join-no-platform-id");
    for (String body :
        new String[] {
          "{\"into\":\"" + MAXIANG + "/WECOM/x\"}", "{\"into\":\"x\"}", "{\"into\":\"\"}", "{}"
        }) {
      assertThat(send("POST", at + "/join", body).statusCode()).as(body).isIn(400, 422);
    }
    assertThat(send("DELETE", at + "/join", null).body()).contains("group.not-joined");
    assertThat(SERVICE.read(at)).isEqualTo(before);
    SERVICE.send("PUT", at + "/members", "{\"members\":[{\"id\":\"a\"}]}");
    refused(at, "hand-3", 409, "group.reported-under-key");
    assertThat(state("hand-3")).isEqualTo("DECLARED");
  }

  private void refused(String at, String into, int status, String why) {
    var told = send("POST", at + "/join", into(into));
    assertThat(told.statusCode()).as(told.body()).isEqualTo(status);
    assertThat(told.body()).contains(why);
  }

  private static String state(String id) {
    return SERVICE.read(ServiceOverTime.GROUPS + id).path("state").asString();
  }

  private static String listed(String name) {
    return XINDIAN + "/WECOM/" + ImportKey.of(XINDIAN, name).replace(":", "%3A");
  }

  private static String into(String id) {
    return "{\"into\":\"" + XINDIAN + "/WECOM/" + id + "\"}";
  }

  private void sent(String method, String path, @Nullable String body) {
    var answer = send(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  private HttpResponse<String> send(String method, String path, @Nullable String body) {
    return send(office, method, path, body);
  }

  private static HttpResponse<String> send(
      Asking asking, String method, String path, @Nullable String body) {
    return asking.send(method, path, body == null ? null : body.getBytes(UTF_8));
  }
}
