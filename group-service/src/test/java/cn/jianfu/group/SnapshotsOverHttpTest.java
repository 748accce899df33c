package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.members.domain.MemberSnapshot;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.Await;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Member snapshots of every size, and two systems of one town that report the same group. */
class SnapshotsOverHttpTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Asking town =
      GroupServiceUnderTest.shared()
          .asking("town-system", XINDIAN)
          .with("Content-Type", "application/json");

  @Test
  void asManyAsAPlatformAllowsAreTakenAndMoreChangeNothing() {
    declare("size");
    assertThat(taken("size", MemberSnapshot.MAX_MEMBERS, 1).statusCode()).isBetween(200, 201);

    HttpResponse<String> tooMany = taken("size", MemberSnapshot.MAX_MEMBERS + 1, 2);

    assertThat(tooMany.statusCode()).isEqualTo(422);
    assertThat(tooMany.body()).contains("too-many-members", "10000");
    assertThat(members("size").path("members").asInt()).isEqualTo(MemberSnapshot.MAX_MEMBERS);
  }

  @Test
  void asManyAreTakenAsAnEvent() {
    declare("pushed");
    String event =
        """
        [{"specversion":"1.0","id":"all","source":"/towns/%s/oa",
          "type":"town.group-members-taken.v1","subject":"%s/WECOM/pushed",
          "time":"2026-06-01T01:00:00Z","data":%s}]\
        """
            .formatted(XINDIAN, XINDIAN, snapshot(MemberSnapshot.MAX_MEMBERS, 1));

    assertThat(push(event)).isEqualTo("accepted");

    assertThat(members("pushed").path("members").asInt()).isEqualTo(MemberSnapshot.MAX_MEMBERS);
  }

  @Test
  void anEmptyOneSaysThatNobodyIsLeft() {
    declare("left");
    assertThat(taken("left", 3, 1).statusCode()).isBetween(200, 201);

    assertThat(taken("left", 0, 2).statusCode()).isEqualTo(200);

    assertThat(members("left").path("members").asInt(-1)).isZero();
  }

  @Test
  void theSameOneTwiceIsTakenOnce() {
    declare("twice");
    long version = JSON.readTree(taken("twice", 30, 1).body()).path("version").asLong(-1);

    HttpResponse<String> again = taken("twice", 30, 1);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(version).isPositive();
    assertThat(JSON.readTree(again.body()).path("version").asLong()).isEqualTo(version);
  }

  @Test
  void whatTwoSystemsOfATownSayOfAGroupIsOfOneGroupAndALateRepeatTakesNothingBack() {
    String office = declared("/towns/" + XINDIAN + "/oa", "甲", "2026-06-01T01:00:00Z");
    String platform = declared("/towns/" + XINDIAN + "/wecom", "乙", "2026-06-01T02:00:00Z");
    assertThat(push(office)).isEqualTo("accepted");
    assertThat(push(platform)).isEqualTo("accepted");

    assertThat(push(office)).isEqualTo("unchanged");

    JsonNode found = JSON.readTree(town.send("GET", "/api/v1/groups?q=两个系统", null).body());
    assertThat(found.path("items").size()).isEqualTo(1);
    assertThat(found.at("/items/0/name").asString()).isEqualTo("两个系统乙");
  }

  private static String declared(String source, String name, String time) {
    return JSON.writeValueAsString(
        List.of(
            Map.of(
                "specversion",
                "1.0",
                "id",
                "1",
                "source",
                source,
                "type",
                "town.group-declared.v1",
                "subject",
                XINDIAN + "/WECOM/of-two-systems",
                "time",
                time,
                "data",
                Map.of("name", "两个系统" + name))));
  }

  private String push(String events) {
    var answer =
        town.with("Content-Type", "application/cloudevents-batch+json")
            .send("POST", "/api/v1/events", events.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
    return JSON.readTree(answer.body()).at("/0/status").asString();
  }

  private void declare(String id) {
    byte[] body = "{\"name\":\"成员群\"}".getBytes(UTF_8);
    Await.until(() -> assertThat(town.send("PUT", path(id), body).statusCode()).isIn(200, 201));
  }

  private HttpResponse<String> taken(String id, int count, int hour) {
    return town.send("PUT", path(id) + "/members", snapshot(count, hour).getBytes(UTF_8));
  }

  /** With ids as long as platforms make them. */
  private static String snapshot(int count, int hour) {
    String people =
        IntStream.range(0, count)
            .mapToObj(n ->
                "{\"id\":\"woAJ2GCAAAd-0%018d\",\"unit\":\"%s\",\"role\":\"MEMBER\"}"
                    .formatted(n, XINDIAN))
            .collect(Collectors.joining(","));
    return "{\"takenAt\":\"2026-06-01T0%d:00:00Z\",\"members\":[%s]}".formatted(hour, people);
  }

  private JsonNode members(String id) {
    return JSON.readTree(town.send("GET", path(id) + "/members", null).body());
  }

  private static String path(String id) {
    return "/api/v1/groups/" + XINDIAN + "/WECOM/" + id;
  }
}
