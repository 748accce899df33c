package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.Asking;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pushed events in every form, good ones among bad ones. */
class IntakeOfManyTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ONE = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String LINES = "application/x-ndjson";

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final Asking town = service.asking("town-system", XINDIAN);

  @Test
  void everyFormOfTheSameEventIsOneEvent() {
    String event = declared("form-1", "wr-form", "甲", null);
    assertThat(status(push(ONE, event))).isEqualTo("accepted");
    assertThat(statuses(push(BATCH, "[" + event + "]"))).containsExactly("unchanged");
    assertThat(statuses(push(LINES, event.replace("\n", " ") + "\n"))).containsExactly("unchanged");
    Asking binary =
        town.with("ce-specversion", "1.0")
            .with("ce-id", "form-1")
            .with("ce-source", "/towns/" + XINDIAN)
            .with("ce-type", "town.group-declared.v1")
            .with("ce-subject", XINDIAN + "/WECOM/wr-form")
            .with("Content-Type", "application/json");
    assertThat(status(binary.send("POST", "/api/v1/events", "{\"name\":\"甲\"}".getBytes(UTF_8))))
        .isEqualTo("unchanged");
  }

  @Test
  void badEventsAreDeclinedAndTheGoodOnesAmongThemAreKept() {
    List<String> events =
        List.of(
            declared("mix-1", "wr-mix-1", "甲", null),
            "{\"specversion\":\"1.0\"}",
            declared("mix-2", "wr-mix-2", "", null),
            "[]",
            declared("mix-3", "wr-mix-3", "丙", null).replace(XINDIAN, "350213102000"),
            declared("mix-4", "wr-mix-4", "丁", null).replace("group-declared", "group-painted"),
            declared("mix-5", "wr-mix-5", "戊", null).replace("WECOM/", "WECOM%2F"),
            "{\"deep\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
            declared("mix-6", "wr-mix-6", "己", "2999-01-01T00:00:00Z"),
            declared("mix-7", "wr-mix-7", "庚", null));

    List<JsonNode> answers = answers(push(BATCH, "[" + String.join(",", events) + "]"));

    assertThat(answers.stream().map(each -> each.at("/status").asString()))
        .containsExactly(
            "accepted",
            "declined",
            "declined",
            "declined",
            "declined",
            "declined",
            "declined",
            "declined",
            "declined",
            "accepted");
    answers.stream()
        .filter(each -> each.has("problem"))
        .forEach(each -> {
          assertThat(each.at("/problem/type").asString()).startsWith("urn:problem:");
          assertThat(each.toString()).doesNotContain("Exception", "java.");
        });
    assertThat(answers.get(2).at("/problem/errors/0/pointer").asString()).isEqualTo("/data/name");
    assertThat(answers.get(8).at("/problem/errors/0/pointer").asString()).isEqualTo("/time");
    assertThat(name("wr-mix-1")).isEqualTo("甲");
    assertThat(name("wr-mix-7")).isEqualTo("庚");
  }

  @Test
  void theSameIdWithAnotherBodyIsDeclinedAndALateRetryIsUnchanged() {
    push(ONE, declared("late-1", "wr-late", "甲", "2026-11-01T08:00:00+08:00"));
    push(ONE, declared("late-2", "wr-late", "乙", "2026-11-02T08:00:00+08:00"));

    HttpResponse<String> reused =
        push(ONE, declared("late-2", "wr-late", "丙", "2026-11-02T08:00:00+08:00"));
    assertThat(reused.statusCode()).isEqualTo(422);
    assertThat(reused.body()).contains("urn:problem:web.key-reused");
    String old = declared("late-3", "wr-late", "甲", "2026-11-01T09:00:00+08:00");
    assertThat(status(push(ONE, old))).isEqualTo("unchanged");
    assertThat(name("wr-late")).isEqualTo("乙");
  }

  @Test
  void aTimeToComeIsDeclinedBecauseEverythingElseWouldLookLate() {
    String event = declared("ahead-1", "wr-ahead", "甲", "2999-01-01T00:00:00Z");
    // The day is stated, so that nothing but the time is wrong.
    HttpResponse<String> ahead =
        push(ONE, event.replace("\"甲\"", "\"甲\",\"declaredOn\":\"2026-11-01\""));
    assertThat(ahead.statusCode()).as(ahead.body()).isEqualTo(422);
    assertThat(ahead.body()).contains("\"/time\"");
    HttpResponse<String> absurd =
        push(ONE, declared("ahead-2", "wr-ahead", "甲", "+1000000000-01-01T00:00:00Z"));
    assertThat(absurd.statusCode()).isEqualTo(400);

    assertThat(status(push(ONE, declared("ahead-3", "wr-ahead", "甲", null)))).isEqualTo("accepted");
  }

  @Test
  void moreEventsThanAllowedAreReadUpToTheLimitAndTheRestIsSaid() {
    String many =
        IntStream.rangeClosed(1, 10_001)
            .mapToObj(i -> "{\"specversion\":\"1.0\",\"id\":\"m" + i + "\"}")
            .collect(Collectors.joining(","));

    List<JsonNode> answers = answers(push(BATCH, "[" + many + "]"));

    assertThat(answers).hasSize(10_001);
    assertThat(answers.getLast().at("/problem/type").asString())
        .isEqualTo("urn:problem:web.too-many-events");
  }

  @Test
  void aBatchThatBreaksOffKeepsWhatCameBeforeAndSaysWhereItStopped() {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      events.add(declared("cut-" + i, "wr-cut-" + i, "群" + i, null));
    }
    String whole = "[" + String.join(",", events) + "]";

    List<JsonNode> answers = answers(push(BATCH, whole.substring(0, whole.length() - 40)));

    assertThat(answers.getFirst().at("/status").asString()).isEqualTo("accepted");
    assertThat(answers.getLast().at("/problem/type").asString())
        .isEqualTo("urn:problem:web.malformed-batch");
    assertThat(answers.getLast().at("/index").asInt()).isEqualTo(599);
    assertThat(statuses(push(BATCH, whole)))
        .hasSize(600)
        .containsOnly("unchanged", "accepted")
        .endsWith("accepted");
  }

  private HttpResponse<String> push(String type, String body) {
    return town.with("Content-Type", type).send("POST", "/api/v1/events", body.getBytes(UTF_8));
  }

  private static String declared(
      String id, String group, String name, @org.jspecify.annotations.Nullable String time) {
    Map<String, Object> event =
        new java.util.LinkedHashMap<>(
            Map.of(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                "/towns/" + XINDIAN,
                "type",
                "town.group-declared.v1",
                "subject",
                XINDIAN + "/WECOM/" + group,
                "data",
                Map.of("name", name)));
    if (time != null) {
      event.put("time", time);
    }
    return JSON.writeValueAsString(event);
  }

  private String name(String group) {
    var found = town.send("GET", "/api/v1/groups/" + XINDIAN + "/WECOM/" + group, null);
    return JSON.readTree(found.body()).at("/name").asString();
  }

  private static List<JsonNode> answers(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
    List<JsonNode> all = new ArrayList<>();
    if (answer.body().startsWith("[")) {
      JSON.readTree(answer.body()).forEach(all::add);
    } else {
      answer.body().lines().map(JSON::readTree).forEach(all::add);
    }
    return all;
  }

  private static List<String> statuses(HttpResponse<String> answer) {
    return answers(answer).stream().map(each -> each.at("/status").asString()).toList();
  }

  private static String status(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).at("/status").asString();
  }
}
