package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.Asking;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a dry run says is what would happen, and nothing happens. */
class RehearsingEventsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final Asking town =
      service
          .asking("town-system", XINDIAN)
          .with("Content-Type", "application/cloudevents-batch+json");

  @Test
  void theAnswersOfADryRunAreThoseOfThePushThatFollows() {
    String batch = "[" + String.join(",", events("once")) + "]";
    StoredState before = StoredState.of(service.bean(MongoDatabase.class));

    List<String> told = statuses(push("?dryRun=true", batch));

    assertThat(told)
        .containsExactly(
            "accepted",
            "accepted",
            "declined",
            "accepted",
            "declined",
            "accepted",
            "declined",
            "accepted");
    assertThat(StoredState.of(service.bean(MongoDatabase.class))).isEqualTo(before);
    assertThat(statuses(push("", batch))).isEqualTo(told);
  }

  @Test
  void eventsOfOneRequestBuildOnEachOtherHoweverManyThereAre() {
    String group = XINDIAN + "/WECOM/dry-many";
    List<String> events = new ArrayList<>();
    events.add(event("dry-many-0", "group-declared", group, "{\"name\":\"甲\"}"));
    IntStream.range(0, 1_200)
        .mapToObj(i -> event("dry-name-" + i, "group-renamed", group, "{\"name\":\"甲" + i + "\"}"))
        .forEach(events::add);

    List<String> told = statuses(push("?dryRun=true", "[" + String.join(",", events) + "]"));

    assertThat(told).hasSize(1_201).containsOnly("accepted");
  }

  private static List<String> events(String name) {
    String group = XINDIAN + "/WECOM/dry-" + name;
    return Stream.of(
            event("1", "group-declared", group, "{\"name\":\"演练群\"}"),
            event("2", "group-filed", group, "{\"filingNo\":\"备9\"}"),
            event("3", "group-executed", group, "{}"),
            event("4", "group-decided", group, "{\"kind\":\"DISSOLVE\",\"reason\":\"闲置\"}"),
            event("5", "group-decided", group, "{\"kind\":\"KEEP\",\"reason\":\"在用\"}"),
            event(
                "6", "group-members-taken", group, "{\"members\":[{\"id\":\"a\"},{\"id\":\"b\"}]}"),
            event(
                "7",
                "group-activity-counted",
                group,
                "{\"date\":\"2026-11-02\",\"messages\":1,\"activeSenders\":2}"),
            event(
                "8",
                "group-activity-counted",
                group,
                "{\"date\":\"2026-11-02\",\"messages\":3,\"activeSenders\":2}"))
        .map(each -> each.replace("\"id\":\"", "\"id\":\"" + name + "-"))
        .toList();
  }

  private static String event(String id, String type, String group, String data) {
    return """
    {"specversion":"1.0","id":"%s","source":"/towns/%s","type":"town.%s.v1",
     "subject":"%s","data":%s}
    """
        .formatted(id, XINDIAN, type, group, data);
  }

  private JsonNode push(String query, String batch) {
    return JSON.readTree(town.send("POST", "/api/v1/events" + query, batch.getBytes(UTF_8)).body());
  }

  private static List<String> statuses(JsonNode answers) {
    List<String> statuses = new ArrayList<>();
    answers.forEach(each -> statuses.add(each.path("status").asString()));
    return statuses;
  }
}
