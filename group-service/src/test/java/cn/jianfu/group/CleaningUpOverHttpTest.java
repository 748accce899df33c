package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.contracts.Topics;
import cn.jianfu.group.clock.DistrictClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** From groups that nobody needs to a list that is confirmed, in a town of its own. */
class CleaningUpOverHttpTest {

  private static final ParameterizedTypeReference<Map<String, Object>> JSON =
      new ParameterizedTypeReference<>() {};
  private static final String BASE = MAXIANG + "/WECOM/";
  private static final String LIST = "/api/v1/self-checks/2026-autumn/" + MAXIANG;

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final WebTestClient town = service.as("town-system", MAXIANG);
  private final WebTestClient district = service.as("district-supervisor", DISTRICT);
  private final LocalDate today = service.bean(DistrictClock.class).today();

  @Test
  void theDataFindWhatIsWrongAndTheTownConfirmsIt() {
    // A list that is looked at before there is a group is not complete for good.
    assertThat(suggestions(get(town, LIST))).isEmpty();
    declare("silent", "防火群", "森林防火值守与调度");
    assertThat(suggestions(get(town, LIST))).containsEntry(BASE + "silent", "KEEP");
    declare("busy", "党员之家", "党员学习和组织生活通知");
    declare("twin", "支部委员联络", "材料传阅");
    members("busy", 1, 20);
    members("twin", 1, 19);
    days("silent", 100, 90, 5);
    days("silent", 89, 1, 0);
    days("busy", 100, 1, 8);
    days("twin", 100, 1, 3);

    await().atMost(Duration.ofSeconds(60)).until(() -> rulesFound().size() > 1);
    assertThat(rulesFound()).containsExactlyInAnyOrder("G-OVER", "G-ZOMB");
    assertThat(scan().get("raised")).isEqualTo(0);
    assertThat(state("silent")).isEqualTo("WARNED");

    Map<String, Object> list = get(town, LIST);
    assertThat(suggestions(list))
        .containsEntry(BASE + "silent", "DISSOLVE")
        .containsEntry(BASE + "twin", "MERGE")
        .containsEntry(BASE + "busy", "KEEP");
    aTargetThatIsNoGroupIsRefusedAndNothingIsAnswered();
    Map<String, Object> answered = post(LIST + "/answers", Map.of("confirmAll", true));
    assertThat(answered.get("completedOn")).isEqualTo(today.toString());
    assertThat(answered.get("problems")).isEqualTo(Map.of());
    assertThat(state("silent")).isEqualTo("DISSOLVING");
    assertThat(state("twin")).isEqualTo("MERGING");

    anAnswerThatChangesTakesItsDecisionBack();
    anAnswerTakesNoDecisionBackThatSomebodyTookByHand();
    post("/api/v1/groups/" + BASE + "silent/execution", Map.of());
    assertThat(state("silent")).isEqualTo("DISSOLVED");
    await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .until(() -> history("silent").getFirst().equals("group.work-group-dissolved.v1"));
    await().atMost(Duration.ofSeconds(60)).until(() -> !rulesFound().contains("G-ZOMB"));
    try (var events = new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS)) {
      assertThat(events.typesOf("2026-autumn/" + MAXIANG, 2))
          .containsOnly("group.self-check-changed.v1");
      assertThat(events.typesOf("town/" + MAXIANG, 1)).contains("group.load-summarised.v1");
    }
  }

  private void anAnswerThatChangesTakesItsDecisionBack() {
    answer("silent", Map.of("confirm", false, "reason", "仍在用"));
    assertThat(state("silent")).isEqualTo("WARNED");
    answer("silent", Map.of("confirm", false, "kind", "KEEP", "reason", "防汛期要用"));
    assertThat(state("silent")).isEqualTo("ACTIVE");
    // What was decided to be kept is not warned for the silence that was known.
    assertThat(scan().get("raised")).isEqualTo(0);
    assertThat(state("silent")).isEqualTo("ACTIVE");
    answer("silent", Map.of("confirm", false, "reason", "再议"));
    assertThat(get(town, "/api/v1/groups/" + BASE + "silent").get("decision"))
        .as("nobody says any more that it is kept")
        .hasFieldOrPropertyWithValue("kind", "KEEP")
        .extracting("withdrawnOn")
        .isNotNull();
    assertThat(state("silent")).isEqualTo("WARNED");
    answer("silent", Map.of("confirm", true));
    assertThat(state("silent")).isEqualTo("DISSOLVING");
  }

  private void anAnswerTakesNoDecisionBackThatSomebodyTookByHand() {
    post(
        "/api/v1/groups/" + BASE + "busy/decisions",
        Map.of("kind", "STANDARDISE", "reason", "改名", "round", "2026-autumn"));

    Map<String, Object> answered =
        post(
            LIST + "/answers",
            Map.of(
                "confirmAll",
                false,
                "answers",
                List.of(Map.of("groupId", BASE + "busy", "confirm", false, "reason", "另议"))));

    assertThat(answered.get("problems")).isEqualTo(Map.of());
    assertThat(get(town, "/api/v1/groups/" + BASE + "busy").get("decision"))
        .hasFieldOrPropertyWithValue("kind", "STANDARDISE")
        .hasFieldOrPropertyWithValue("withdrawnOn", null);
  }

  private void answer(String id, Map<String, Object> answer) {
    Map<String, Object> whole = new HashMap<>(answer);
    whole.put("groupId", BASE + id);
    Map<String, Object> answered =
        post(LIST + "/answers", Map.of("confirmAll", false, "answers", List.of(whole)));
    assertThat(answered.get("problems")).isEqualTo(Map.of());
  }

  private void aTargetThatIsNoGroupIsRefusedAndNothingIsAnswered() {
    Map<String, Object> answer =
        Map.of(
            "groupId",
            BASE + "busy",
            "confirm",
            false,
            "kind",
            "MERGE",
            "mergeInto",
            "no-group",
            "reason",
            "x");
    town.post()
        .uri(LIST + "/answers")
        .bodyValue(Map.of("confirmAll", false, "answers", List.of(answer)))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].pointer")
        .isEqualTo("/answers/0/mergeInto");
    assertThat(items(get(town, LIST))).allMatch(item -> item.get("answer") == null);
  }

  private void declare(String id, String name, String purpose) {
    town.put()
        .uri("/api/v1/groups/" + BASE + id)
        .bodyValue(
            Map.of(
                "name",
                name,
                "kind",
                "PERMANENT",
                "purpose",
                purpose,
                "ownerUnit",
                MAXIANG,
                "ownerId",
                "owner-" + id,
                "createdOn",
                today.minusDays(200).toString()))
        .exchange()
        .expectStatus()
        .isCreated();
    post("/api/v1/groups/" + BASE + id + "/filing", Map.of("filingNo", "备-" + id));
  }

  private void members(String id, int from, int to) {
    town.put()
        .uri("/api/v1/groups/" + BASE + id + "/members")
        .bodyValue(
            Map.of(
                "members",
                IntStream.rangeClosed(from, to)
                    .mapToObj(i -> Map.of("id", "person-" + i, "unit", MAXIANG))
                    .toList()))
        .exchange()
        .expectStatus()
        .isOk();
  }

  private void days(String id, int fromAgo, int toAgo, int senders) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (int ago = fromAgo; ago >= toAgo; ago--) {
      LocalDate date = today.minusDays(ago);
      events.add(
          Map.of(
              "specversion",
              "1.0",
              "id",
              id + "-" + date,
              "source",
              "/towns/" + MAXIANG,
              "type",
              "town.group-activity-counted.v1",
              "subject",
              BASE + id,
              "data",
              Map.of("date", date.toString(), "messages", senders * 3, "activeSenders", senders)));
    }
    town.post()
        .uri("/api/v1/events")
        .contentType(MediaType.parseMediaType("application/cloudevents-batch+json"))
        .bodyValue(events)
        .exchange()
        .expectStatus()
        .isEqualTo(207);
  }

  private List<Object> rulesFound() {
    return items(get(town, "/api/v1/findings?unit=" + MAXIANG)).stream()
        .map(each -> each.get("rule"))
        .toList();
  }

  private List<Object> history(String id) {
    return items(get(town, "/api/v1/groups/" + BASE + id + "/history")).stream()
        .map(each -> each.get("type"))
        .toList();
  }

  private Map<String, Object> scan() {
    return district
        .post()
        .uri("/api/v1/scans")
        .exchange()
        .expectBody(JSON)
        .returnResult()
        .getResponseBody();
  }

  private Object state(String id) {
    return get(town, "/api/v1/groups/" + BASE + id).get("state");
  }

  private static Map<Object, Object> suggestions(Map<String, Object> list) {
    Map<Object, Object> suggestions = new HashMap<>();
    items(list).forEach(each -> suggestions.put(each.get("groupId"), each.get("suggested")));
    return suggestions;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> items(Map<String, Object> page) {
    return (List<Map<String, Object>>) page.getOrDefault("items", List.of());
  }

  private static Map<String, Object> get(WebTestClient client, String uri) {
    return client
        .get()
        .uri(uri)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(JSON)
        .returnResult()
        .getResponseBody();
  }

  private Map<String, Object> post(String uri, Object body) {
    return town.post()
        .uri(uri)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .is2xxSuccessful()
        .expectBody(JSON)
        .returnResult()
        .getResponseBody();
  }
}
