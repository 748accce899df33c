package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who corrects what he is told is not told of the next thing then: all is said at once. */
class EverythingWrongAtOnceTest {

  private static final String GROUP = "/api/v1/groups/350213101000/WECOM/wr-wrong";
  private static final String NEVER = "2099-12-31";

  private final WebTestClient town = GroupServiceUnderTest.shared().as("town-system", XINDIAN);

  @Test
  void aDeclarationWithSeveralDaysThatCannotBe() {
    Map<String, Object> answer =
        put(
            GROUP,
            Map.of(
                "name", "群",
                "createdOn", NEVER,
                "validUntil", "2026-01-01",
                "taskCompletedOn", "2099-12-30",
                "approvedOn", NEVER),
            "zh");

    assertThat(answer)
        .containsEntry("type", "urn:problem:group.created-in-future")
        .containsEntry("status", 422);
    assertThat(errors(answer))
        .containsExactly(
            "/createdOn created-in-future 日期未到",
            "/taskCompletedOn completed-in-future 日期未到",
            "/approvedOn approved-in-future 不能晚于今天",
            "/validUntil valid-before-created 不能早于建群日期",
            "/taskCompletedOn completed-before-created 不能早于建群日期");
  }

  @Test
  void aDayWithCountersThatContradictEachOther() {
    Map<String, Object> answer =
        put(
            GROUP + "/activity/" + NEVER,
            Map.of("messages", 1, "activeSenders", 2, "likes", -1, "taskPosts", 3),
            "en");

    assertThat(answer).containsEntry("type", "urn:problem:group.counters-contradict");
    assertThat(errors(answer))
        .containsExactly(
            "/date day-in-future must not be in the future",
            "/activeSenders more-than-possible more than the other numbers allow",
            "/taskPosts more-than-possible more than the other numbers allow",
            "/likes negative must not be negative");
  }

  @Test
  void aMemberListWithSeveralPeopleThatCannotBeRead() {
    Map<String, Object> answer =
        put(
            GROUP + "/members",
            Map.of(
                "takenAt",
                NEVER + "T08:00:00Z",
                "members",
                List.of(Map.of("id", "a"), Map.of("id", " ", "unit", "新店"), Map.of("unit", "x"))),
            "en");

    assertThat(answer).containsEntry("type", "urn:problem:web.invalid");
    assertThat(pointers(answer))
        .containsExactly(
            "/members/1/id", "/members/1/unit", "/members/2/id", "/members/2/unit", "/takenAt");
  }

  @Test
  void aMemberListThatContradictsItself() {
    Map<String, Object> answer =
        put(
            GROUP + "/members",
            Map.of(
                "takenAt",
                NEVER + "T08:00:00Z",
                "members",
                List.of(Map.of("id", "a", "role", "OWNER"), Map.of("id", "a", "role", "OWNER"))),
            "en");

    assertThat(answer).containsEntry("type", "urn:problem:group.members-contradict");
    assertThat(errors(answer))
        .containsExactly(
            "/members/1 member-twice the same member twice",
            "/members/1 second-owner more than one owner",
            "/takenAt taken-in-future must not be in the future");
  }

  @Test
  void aStaffListOfWhichSeveralThingsAreWrong() {
    Map<String, Object> answer =
        put(
            "/api/v1/staff/350213101000",
            Map.of(
                "takenAt",
                NEVER + "T08:00:00Z",
                "people",
                List.of(Map.of("id", "a", "active", false), Map.of("id", "a", "leftOn", NEVER))),
            "en");

    assertThat(answer).containsEntry("type", "urn:problem:group.staff-contradict");
    assertThat(errors(answer))
        .containsExactly(
            "/people/1 person-twice the same person twice",
            "/people/1/leftOn left-in-future must not be in the future",
            "/takenAt taken-in-future must not be in the future");
    assertThat(
            pointers(
                put(
                    "/api/v1/staff/350213101000",
                    Map.of("people", List.of(Map.of("name", "李".repeat(200)))),
                    "en")))
        .containsExactly("/people/0/id", "/people/0/name");
  }

  @Test
  void anIncidentOfWhichSeveralThingsAreWrong() {
    WebTestClient office = GroupServiceUnderTest.shared().as("town-office", XINDIAN);
    String incident = "/api/v1/secrecy/350213101000/incidents/";

    assertThat(
            pointers(
                put(
                    office,
                    incident + "wrong-1",
                    Map.of("foundOn", NEVER, "resolvedOn", "2099-12-30"),
                    "en")))
        .containsExactly("/foundOn", "/resolvedOn", "/resolvedOn");
    assertThat(
            put(
                office,
                incident + "a.b",
                Map.of("foundOn", "2026-01-01", "groupId", "350213102000/WECOM/x"),
                "en"))
        .extracting(answer -> ((List<?>) answer.get("errors")).size())
        .isEqualTo(2);
  }

  @Test
  void anEventWhoseEnvelopeAndDataAreWrong() {
    Map<String, Object> event =
        Map.of(
            "specversion", "1.0",
            "id", "wrong-1",
            "source", "/towns/350213101000",
            "type", "town.group-declared.v1",
            "time", NEVER + "T08:00:00Z",
            "subject", "no group",
            "data", Map.of("kind", "PERMANENT"));

    Map<String, Object> answer = push("application/cloudevents+json", event);
    assertThat(answer)
        .containsEntry("type", "urn:problem:web.invalid")
        .containsEntry("status", 400);
    assertThat(pointers(answer)).containsExactly("/subject", "/time", "/data/name");
  }

  private Map<String, Object> put(String address, Object body, String language) {
    return put(town, address, body, language);
  }

  private static Map<String, Object> put(
      WebTestClient caller, String address, Object body, String language) {
    return answer(
        caller.put().uri(address).header("Accept-Language", language).bodyValue(body).exchange());
  }

  private Map<String, Object> push(String mediaType, Object body) {
    return answer(
        town.post()
            .uri("/api/v1/events")
            .contentType(MediaType.parseMediaType(mediaType))
            .bodyValue(body)
            .exchange());
  }

  private static Map<String, Object> answer(WebTestClient.ResponseSpec response) {
    Map<String, Object> body =
        response
            .expectStatus()
            .is4xxClientError()
            .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
            .returnResult()
            .getResponseBody();
    assertThat(body).isNotNull();
    return body;
  }

  private static List<String> errors(Map<String, Object> answer) {
    return entries(answer).stream()
        .map(each -> each.get("pointer") + " " + each.get("code") + " " + each.get("message"))
        .toList();
  }

  private static List<Object> pointers(Map<String, Object> answer) {
    return entries(answer).stream().<Object>map(each -> each.get("pointer")).toList();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> entries(Map<String, Object> answer) {
    return (List<Map<String, Object>>) answer.get("errors");
  }
}
