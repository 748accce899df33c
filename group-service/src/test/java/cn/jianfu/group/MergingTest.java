package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.Asking;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Groups are merged only into groups that stay, in whatever order it is said. */
class MergingTest {

  private static final String BASE = XINDIAN + "/WECOM/";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final Asking town =
      service.asking("town-system", XINDIAN).with("Content-Type", "application/json");

  @Test
  void twoGroupsOfOneBatchAreNotMergedIntoEachOther() {
    JsonNode results =
        push(
            List.of(
                declared("1", "ring-a"),
                declared("2", "ring-b"),
                merge("3", "ring-a", "ring-b"),
                merge("4", "ring-b", "ring-a")));

    assertThat(statuses(results)).containsExactly("accepted", "accepted", "accepted", "declined");
    assertThat(state("ring-a")).isEqualTo("MERGING");
    assertThat(state("ring-b")).isEqualTo("DECLARED");
  }

  @Test
  void aGroupOfOneBatchIsNotMergedIntoOneThatLeavesInIt() {
    push(List.of(declared("1", "leave-a"), declared("2", "leave-b"), declared("3", "leave-c")));

    JsonNode results =
        push(
            List.of(
                decision("4", "leave-b", Map.of("kind", "DISSOLVE", "reason", "闲置")),
                merge("5", "leave-a", "leave-b"),
                merge("6", "leave-a", "leave-c"),
                decision("7", "leave-c", Map.of("kind", "DISSOLVE", "reason", "闲置"))));

    assertThat(statuses(results)).containsExactly("accepted", "declined", "accepted", "declined");
    assertThat(state("leave-a")).isEqualTo("MERGING");
    assertThat(state("leave-c")).isEqualTo("DECLARED");
  }

  @Test
  void aGroupThatOthersWaitForStaysUntilTheyHaveComeOrGivenUp() {
    push(List.of(declared("1", "wait-a"), declared("2", "wait-b")));
    decide("wait-a", merging("wait-b"), 200);

    assertThat(decide("wait-b", DISSOLVE, 409).at("/type").asString())
        .isEqualTo("urn:problem:group.merges-awaited");

    assertThat(town.send("DELETE", path("wait-a") + "/decisions/current", null).statusCode())
        .isEqualTo(200);
    decide("wait-b", DISSOLVE, 200);
    assertThat(decide("wait-a", merging("wait-b"), 422).at("/errors/0/pointer").asString())
        .isEqualTo("/mergeInto");
  }

  @Test
  void aRepeatedDecisionIsAnsweredAsTheFirstTimeAlthoughItsTargetHasGone() {
    push(List.of(declared("1", "again-a"), declared("2", "again-b")));
    Asking once = town.with("Idempotency-Key", "again-1");
    byte[] body = JSON.writeValueAsBytes(merging("again-b"));
    HttpResponse<String> first = once.send("POST", path("again-a") + "/decisions", body);
    assertThat(town.send("POST", path("again-a") + "/execution", bytes("{}")).statusCode())
        .isEqualTo(200);
    decide("again-b", DISSOLVE, 200);

    HttpResponse<String> again = once.send("POST", path("again-a") + "/decisions", body);

    assertThat(again.statusCode()).isEqualTo(first.statusCode());
    assertThat(again.body()).isEqualTo(first.body());
  }

  private static final Map<String, Object> DISSOLVE = Map.of("kind", "DISSOLVE", "reason", "闲置");

  private static Map<String, Object> merging(String target) {
    return Map.of("kind", "MERGE", "reason", "重复", "mergeInto", BASE + target);
  }

  private JsonNode decide(String id, Map<String, Object> decision, int status) {
    HttpResponse<String> answer =
        town.send("POST", path(id) + "/decisions", JSON.writeValueAsBytes(decision));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }

  private Map<String, Object> declared(String event, String id) {
    return event(event, id, "town.group-declared.v1", Map.of("name", "群" + id));
  }

  private Map<String, Object> merge(String event, String id, String target) {
    return decision(event, id, merging(target));
  }

  private Map<String, Object> decision(String event, String id, Map<String, Object> decision) {
    return event(event, id, "town.group-decided.v1", decision);
  }

  private static Map<String, Object> event(
      String event, String id, String type, Map<String, Object> data) {
    return Map.of(
        "specversion",
        "1.0",
        "id",
        id + event,
        "source",
        "/towns/" + XINDIAN,
        "type",
        type,
        "subject",
        BASE + id,
        "data",
        data);
  }

  private JsonNode push(List<Map<String, Object>> events) {
    HttpResponse<String> answer =
        town.with("Content-Type", "application/cloudevents-batch+json")
            .send("POST", "/api/v1/events", JSON.writeValueAsBytes(events));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
    return JSON.readTree(answer.body());
  }

  private static List<String> statuses(JsonNode answer) {
    return answer.valueStream().map(it -> it.path("status").asString()).toList();
  }

  private String state(String id) {
    return JSON.readTree(town.send("GET", path(id), null).body()).path("state").asString();
  }

  private static String path(String id) {
    return "/api/v1/groups/" + BASE + id;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
