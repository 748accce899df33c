package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.jianfu.contracts.Topics;
import cn.jianfu.contracts.group.DeclinedEventV1;
import cn.jianfu.contracts.group.PushesCountedV1;
import cn.jianfu.messaging.EventJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class PushingEventsTest {

  private static final MediaType BATCH =
      MediaType.parseMediaType("application/cloudevents-batch+json");
  private static final String GROUP = "350213101000/WECOM/wr-push-1";
  private static final String TOLD = "/towns/350213101201/told";
  private static final String TORN = "/towns/350213101201/torn";
  private static final String COUNTED = "/towns/350213101201/counted";

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final WebTestClient town = service.as("town-system", XINDIAN);

  @Test
  void aBatchIsAnsweredEventByEventAndARepeatChangesNothing() {
    List<Map<String, Object>> batch =
        List.of(
            event("1", "town.group-declared.v1", Map.of("name", "防汛群", "kind", "PERMANENT")),
            event("2", "town.group-filed.v1", Map.of("filingNo", "新群备〔2026〕1号")),
            event(
                "3",
                "town.group-members-taken.v1",
                Map.of(
                    "takenAt",
                    "2026-11-01T08:00:00+08:00",
                    "members",
                    List.of(Map.of("id", "li.si", "role", "OWNER"), Map.of("id", "wang.wu")))),
            event(
                "4",
                "town.group-activity-counted.v1",
                Map.of("date", "2026-11-01", "messages", 12, "activeSenders", 2)),
            event(
                "5",
                "town.group-activity-counted.v1",
                Map.of("date", "2026-11-02", "messages", 1, "activeSenders", 2)),
            event("6", "town.group-painted.v1", Map.of()));

    assertThat(push(batch))
        .containsExactly("accepted", "accepted", "accepted", "accepted", "declined", "declined");
    assertThat(push(batch))
        .containsExactly(
            "unchanged", "unchanged", "unchanged", "unchanged", "declined", "declined");

    town.get()
        .uri("/api/v1/groups/" + GROUP)
        .exchange()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("ACTIVE");
    try (var events =
        new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS, Topics.GROUP_ACTIVITY)) {
      assertThat(events.typesOf(GROUP, 4))
          .containsExactlyInAnyOrder(
              "group.work-group-declared.v1",
              "group.work-group-filed.v1",
              "group.work-group-activated.v1",
              "group.members-counted.v1");
      assertThat(events.about(GROUP + "/2026-11-01", 1).getFirst().value())
          .contains("\"messages\":12");
    }
  }

  @Test
  void activityOfAnUndeclaredGroupIsObserved() {
    town.put()
        .uri("/api/v1/groups/350213101000/WECOM/wr-unknown/activity/2026-11-01")
        .bodyValue(Map.of("messages", 3, "activeSenders", 2))
        .exchange()
        .expectStatus()
        .isOk();

    town.get()
        .uri("/api/v1/groups/350213101000/WECOM/wr-unknown")
        .exchange()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("OBSERVED");
  }

  @Test
  void anotherTownsSourceIsDeclined() {
    Map<String, Object> foreign =
        Map.of(
            "specversion", "1.0",
            "id", "1",
            "source", "/towns/350213102000",
            "type", "town.group-declared.v1",
            "subject", GROUP,
            "data", Map.of("name", "群"));

    assertThat(push(List.of(foreign))).containsExactly("declined");
  }

  @Test
  void aSourceMayHaveOtherNumbersInIt() {
    assertThat(push(List.of(from("/oa/202611270001/350213101000", "9", "town.group-declared.v1"))))
        .containsExactly("accepted");
    assertThat(push(List.of(from("/350213102000/350213101000", "10", "town.group-declared.v1"))))
        .containsExactly("declined");
    assertThat(push(List.of(from("/oa/202611270001", "11", "town.group-declared.v1"))))
        .containsExactly("declined");
  }

  @Test
  void whatWasDecidedIsTakenBackAndWhatWasDissolvedIsRestored() {
    String subject = "350213101000/WECOM/wr-back";
    Map<String, Object> dissolve = Map.of("kind", "DISSOLVE", "reason", "闲置");

    assertThat(
            push(
                List.of(
                    about(subject, "1", "town.group-declared.v1", Map.of("name", "群")),
                    about(subject, "2", "town.group-decided.v1", dissolve),
                    about(subject, "3", "town.group-decision-withdrawn.v1", Map.of()),
                    about(subject, "4", "town.group-executed.v1", Map.of()),
                    about(subject, "5", "town.group-decided.v1", dissolve),
                    about(subject, "6", "town.group-executed.v1", Map.of()),
                    about(subject, "7", "town.group-restored.v1", Map.of()))))
        .containsExactly(
            "accepted", "accepted", "accepted", "declined", "accepted", "accepted", "accepted");
    town.get()
        .uri("/api/v1/groups/" + subject)
        .exchange()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("DECLARED");
  }

  @Test
  void whatBecameOfTheEventsOfASourceIsCountedAndPublished() {
    push(
        List.of(
            counted("1", "town.group-declared.v1"),
            counted("1", "town.group-declared.v1"),
            counted("2", "town.group-painted.v1"),
            counted("3", "town.group-painted.v1")));

    try (var events = new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS)) {
      String counted =
          events
              .matching(
                  each ->
                      each.key().endsWith(COUNTED) && each.value().contains("unknown-event-type"),
                  1)
              .getLast()
              .value();
      assertThat(counted)
          .contains("\"unit\":\"350213101201\"", "\"town\":\"350213101000\"")
          .contains("\"accepted\":1", "\"unchanged\":1", "\"events\":2");
    }
  }

  @Test
  void whichEventsWereDeclinedIsPublishedWithTheirIdsAndGroups() {
    push(
        List.of(
            told("350213101201/WECOM/wr-told", "oa-1", "town.group-painted.v1"),
            told("350213102000/WECOM/wr-told", "请张三回电", "town.group-painted.v1"),
            told("350213101201/WECOM/wr-told", "oa-3", "喷涂 town.group-painted.v1")));

    try (var events = new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS)) {
      var counted =
          events
              .matching(
                  each -> each.key().endsWith(TOLD) && each.value().contains("\"events\":3"), 1)
              .getLast()
              .value();
      var declined =
          EventJson.read(counted.getBytes(UTF_8), PushesCountedV1.class).declined().getFirst();
      assertThat(declined.latest())
          .extracting(DeclinedEventV1::id, DeclinedEventV1::type, DeclinedEventV1::group)
          .containsExactly(
              tuple("oa-3", null, "350213101201/WECOM/wr-told"),
              tuple(null, "town.group-painted.v1", null),
              tuple("oa-1", "town.group-painted.v1", "350213101201/WECOM/wr-told"));
      assertThat(counted).doesNotContain("张三", "喷涂", "350213102000");
    }
  }

  @Test
  void whatIsKnownOfAnEventThatIsNoneIsPublished() {
    Map<String, Object> torn =
        new HashMap<>(told("350213101201/WECOM/wr-torn", "torn-1", "town.group-filed.v1"));
    torn.put("source", TORN);
    torn.put("specversion", "0.3");
    push(List.of(torn));

    try (var events = new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS)) {
      assertThat(events.matching(each -> each.key().endsWith(TORN), 1).getLast().value())
          .contains(
              "\"id\":\"torn-1\"",
              "\"type\":\"town.group-filed.v1\"",
              "\"group\":\"350213101201/WECOM/wr-torn\"");
    }
  }

  @Test
  void eventsInTheNameOfAnotherTownAreCountedForTheSenderAndNameNobody() {
    WebTestClient maxiang = service.as("town-system", MAXIANG);
    push(maxiang, List.of(from("/towns/350213101000", "1", "town.group-declared.v1")));

    try (var events = new PublishedEvents(service.brokers(), Topics.GROUP_EVENTS)) {
      assertThat(
              events
                  .matching(each -> each.key().endsWith("/" + MAXIANG + "/"), 1)
                  .getLast()
                  .value())
          .contains("\"source\":\"\"", "\"town\":\"" + MAXIANG + "\"", "web.foreign-source");
    }
  }

  @Test
  void anUnknownTypeIsAnsweredWithTheOneThatMayBeMeantByTheBatchsEntry() {
    town.post()
        .uri("/api/v1/events")
        .contentType(BATCH)
        .header("Accept-Language", "en")
        .bodyValue(
            List.of(
                event("u0", "town.group-delcared.v1", Map.of("name", "群")),
                about("350213101000/WECOM/wr-u", "u1", "town.group-filed.v2", Map.of()),
                event("u2", "cn.oa.message.sent", Map.of())))
        .exchange()
        .expectStatus()
        .isEqualTo(207)
        .expectBody()
        .jsonPath("$[0].index")
        .isEqualTo(0)
        .jsonPath("$[0].problem.errors[0].pointer")
        .isEqualTo("/type")
        .jsonPath("$[0].problem.errors[0].code")
        .isEqualTo("unknown-event-type")
        .jsonPath("$[0].problem.errors[0].message")
        .isEqualTo("no known type of event; did you mean: town.group-declared.v1")
        .jsonPath("$[1].index")
        .isEqualTo(1)
        .jsonPath("$[1].id")
        .isEqualTo("u1")
        .jsonPath("$[1].problem.errors[0].message")
        .isEqualTo("no known type of event; did you mean: town.group-filed.v1")
        .jsonPath("$[2].problem.errors[0].message")
        .isEqualTo(
            "no known type of event; did you mean: town.group-activity-counted.v1,"
                + " town.group-decided.v1, town.group-decision-withdrawn.v1,"
                + " town.group-declared.v1, town.group-executed.v1, town.group-filed.v1,"
                + " town.group-members-taken.v1, town.group-owner-changed.v1,"
                + " town.group-renamed.v1, town.group-restored.v1");
  }

  @Test
  void anUnknownTypeIsNamedAlsoOfASingleEventInEitherMode() {
    String meant = "未知的事件类型；是否指：town.group-renamed.v1";
    town.post()
        .uri("/api/v1/events")
        .contentType(MediaType.parseMediaType("application/cloudevents+json"))
        .header("Accept-Language", "zh")
        .bodyValue(event("u3", "town.group-rename.v1", Map.of()))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:problem:group.unknown-event-type")
        .jsonPath("$.errors[0].message")
        .isEqualTo(meant);
    town.post()
        .uri("/api/v1/events")
        .contentType(MediaType.APPLICATION_JSON)
        .header("Accept-Language", "zh")
        .header("ce-specversion", "1.0")
        .header("ce-id", "u4")
        .header("ce-source", "/towns/350213101000")
        .header("ce-type", "town.group-rename.v1")
        .header("ce-subject", GROUP)
        .bodyValue(Map.of())
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].pointer")
        .isEqualTo("/type")
        .jsonPath("$.errors[0].message")
        .isEqualTo(meant);
  }

  private List<String> push(List<Map<String, Object>> batch) {
    return push(town, batch);
  }

  private static List<String> push(WebTestClient sender, List<Map<String, Object>> batch) {
    List<Map<String, Object>> answers =
        sender
            .post()
            .uri("/api/v1/events")
            .contentType(BATCH)
            .bodyValue(batch)
            .exchange()
            .expectStatus()
            .isEqualTo(207)
            .expectBody(
                new org.springframework.core.ParameterizedTypeReference<
                    List<Map<String, Object>>>() {})
            .returnResult()
            .getResponseBody();
    return answers.stream()
        .map(each -> String.valueOf(each.getOrDefault("outcome", each.get("status"))))
        .toList();
  }

  private static Map<String, Object> event(String id, String type, Object data) {
    return about(GROUP, id, type, data);
  }

  private static Map<String, Object> counted(String id, String type) {
    Map<String, Object> event = new HashMap<>(from(COUNTED, id, type));
    event.put("subject", "350213101201/WECOM/wr-counted");
    return event;
  }

  private static Map<String, Object> told(String subject, String id, String type) {
    Map<String, Object> event = new HashMap<>(about(subject, id, type, Map.of()));
    event.put("source", TOLD);
    return event;
  }

  private static Map<String, Object> from(String source, String id, String type) {
    Map<String, Object> event = new HashMap<>(event(id, type, Map.of("name", "群")));
    event.put("source", source);
    event.put("subject", "350213101000/WECOM/wr-source");
    return event;
  }

  private static Map<String, Object> about(String subject, String id, String type, Object data) {
    return Map.of(
        "specversion", "1.0",
        "id", id,
        "source", "/towns/350213101000",
        "type", type,
        "subject", subject,
        "data", data);
  }
}
