package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.Topics;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A town that uploaded its register, and later connects the system that knows its groups. */
class JoiningOverHttpTest {

  private static final ServiceOverTime SERVICE = new ServiceOverTime();
  private static final LocalDate BEGIN = LocalDate.of(2026, 5, 11);
  private static final String REGISTER = "群名称,主管单位,用途,备案号\n合一防汛群,党政办,值班,备合1\n";

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void itsGroupsAreListedOnceAndKeepWhatWasDecided() {
    SERVICE.today(BEGIN);
    SERVICE.declare("join-first", "另外一个群");
    imported();
    String listed = only("合一防汛群").path("groupId").asString();
    String at = "/api/v1/groups/" + listed;
    SERVICE.send("POST", at + "/decisions", "{\"kind\":\"DISSOLVE\",\"reason\":\"长期闲置\"}");
    SERVICE.today(BEGIN.plusDays(1));
    String goesOnAs = listed.substring(0, listed.lastIndexOf('/')) + "/api-1";
    String known = "/api/v1/groups/" + goesOnAs;
    SERVICE.send("PUT", known, "{\"name\":\"合一防汛群\"}");

    SERVICE.scan();
    SERVICE.scan();

    JsonNode joined = SERVICE.read(at);
    assertThat(joined.path("state").asString()).isEqualTo("JOINED");
    assertThat(joined.path("joinedInto").asString()).isEqualTo(goesOnAs);
    JsonNode goesOn = SERVICE.read(known);
    assertThat(goesOn.path("state").asString()).isEqualTo("DISSOLVING");
    assertThat(goesOn.path("purpose").asString()).isEqualTo("值班");
    assertThat(goesOn.path("filingNo").asString()).isEqualTo("备合1");
    assertThat(goesOn.at("/decision/decidedBy/role").asString()).isEqualTo("town-system");
    try (var events =
        new PublishedEvents(GroupServiceUnderTest.shared().brokers(), Topics.GROUP_EVENTS)) {
      assertThat(events.typesOf(listed, 4)).endsWith("group.work-group-joined.v1");
      assertThat(events.typesOf(listed, 4))
          .filteredOn("group.work-group-joined.v1"::equals)
          .hasSize(1);
    }

    var refused =
        SERVICE.town.send("POST", at + "/filing", "{\"filingNo\":\"备2\"}".getBytes(UTF_8));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("group.joined");
    var counted =
        SERVICE.town.send(
            "PUT",
            at + "/activity/2026-05-11",
            "{\"messages\":1,\"activeSenders\":1}".getBytes(UTF_8));
    assertThat(counted.statusCode()).isEqualTo(409);

    imported();
    assertThat(SERVICE.read("/api/v1/groups?q=合一防汛群").path("items").size()).isEqualTo(2);
    assertThat(SERVICE.read(at).path("state").asString()).isEqualTo("JOINED");
  }

  private static JsonNode only(String name) {
    JsonNode found = SERVICE.read("/api/v1/groups?q=" + name).path("items");
    assertThat(found.size()).isEqualTo(1);
    return found.get(0);
  }

  private static void imported() {
    String answer =
        SERVICE
            .asking("town-office", XINDIAN)
            .with("Content-Type", "text/csv")
            .send("POST", "/api/v1/imports?atomic=true", REGISTER.getBytes(UTF_8))
            .body();
    assertThat(JsonMapper.shared().readTree(answer).at("/state").asString())
        .as(answer)
        .isEqualTo("APPLIED");
  }
}
