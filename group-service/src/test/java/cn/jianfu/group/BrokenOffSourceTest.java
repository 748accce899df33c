package cn.jianfu.group;

import static cn.jianfu.group.ServiceOverTime.GROUPS;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.Asking;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Two systems of one town report the groups of one platform, and one of the two breaks off. */
class BrokenOffSourceTest {

  private static final ServiceOverTime SERVICE = new ServiceOverTime();
  private static final LocalDate BEGIN = LocalDate.of(2026, 3, 2);
  private static final String OA = "/towns/" + XINDIAN + "/oa";
  private static final String TABLE = "/towns/" + XINDIAN + "/table";
  private static final Asking EVENTS =
      SERVICE.asking("town-system", XINDIAN).with("Content-Type", "application/cloudevents+json");

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void itsGroupsAreNotTakenForSilentUntilItCountsAsGivenUp() {
    reportedOnce("left", "oa-1", TABLE);
    reportedOnce("goes-on", "oa-2", OA);

    goesOn(70, OA);
    assertThat(SERVICE.found("left")).doesNotContain("G-ZOMB");
    goesOn(120, OA);
    assertThat(SERVICE.found("left")).doesNotContain("G-ZOMB");
    goesOn(121, OA);
    assertThat(SERVICE.found("left")).contains("G-ZOMB");
    assertThat(evidence("left"))
        .contains("\"silentBy\":\"ANOTHER_SOURCE\"", "\"lastToldOn\":\"" + BEGIN + "\"");
  }

  @Test
  void aTemporaryGroupOfItDoesNotEndByItself() {
    reportedOnce("goes-on", "end-1", OA);
    reportedOnce("of-table", "end-2", TABLE);
    reportedOnce("of-oa", "end-3", OA);
    outlivesItsEnd("of-table", TABLE);
    outlivesItsEnd("of-oa", OA);

    goesOn(18, OA);
    SERVICE.scan();
    goesOn(49, OA);
    SERVICE.scan();

    assertThat(state("of-oa")).isEqualTo("DISSOLVED");
    assertThat(state("of-table")).isEqualTo("DISSOLVING");
  }

  @Test
  void ofDaysOfAnEarlierVersionAnySourceOfTheUnitTells() {
    reportedOnce("earlier", "old-1", TABLE);
    forgetSourceOf("earlier");
    reportedOnce("goes-on", "old-2", OA);

    goesOn(61, OA);
    assertThat(SERVICE.found("earlier")).contains("G-ZOMB");
    assertThat(evidence("earlier")).doesNotContain("silentBy");
  }

  private static String evidence(String group) {
    return SERVICE.findings(group).toString();
  }

  private static void reportedOnce(String group, String event, String source) {
    SERVICE.today(BEGIN);
    SERVICE.declare(group, group);
    report(group, event, source, BEGIN);
  }

  private static void outlivesItsEnd(String group, String source) {
    SERVICE.declare(
        group,
        "\"name\":\"%s\",\"kind\":\"TEMPORARY\"".formatted(group),
        ",\"validUntil\":\"%s\"".formatted(BEGIN.plusDays(10)));
    SERVICE.send("POST", GROUPS + group + "/filing", "{\"filingNo\":\"备-%s\"}".formatted(group));
    report(group, group + "-in-use", source, BEGIN.minusDays(1));
  }

  private static void goesOn(int days, String source) {
    LocalDate day = BEGIN.plusDays(days);
    SERVICE.today(day);
    report("goes-on", source + days + day, source, day);
  }

  private static void report(String group, String event, String source, LocalDate day) {
    String body =
        """
        {"specversion":"1.0","id":"%s","source":"%s","type":"town.group-activity-counted.v1",
         "subject":"%s/WECOM/%s","data":{"date":"%s","messages":9,"activeSenders":4}}
        """
            .formatted(event, source, XINDIAN, group, day);
    var answer = EVENTS.send("POST", "/api/v1/events", body.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
    assertThat(answer.body()).doesNotContain("declined");
  }

  private static void forgetSourceOf(String group) {
    String id = XINDIAN + "/WECOM/" + group;
    var days = SERVICE.bean(MongoDatabase.class).getCollection("activity");
    var changed =
        Mono.from(days.updateMany(Filters.eq("state.groupId", id), Updates.unset("state.source")))
            .block(Duration.ofSeconds(10));
    assertThat(changed).isNotNull();
    assertThat(changed.getModifiedCount()).isOne();
  }

  private static String state(String group) {
    return SERVICE.read(GROUPS + group).path("state").asString();
  }
}
