package cn.jianfu.group;

import static cn.jianfu.group.ServiceOverTime.GROUPS;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.Asking;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is asked in groups, and what becomes of decisions, on a service whose clock is set. */
class RulesOverTimeTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ZHANG = "{\"id\":\"zhang\",\"name\":\"张三\"}";
  private static final String LI = "{\"id\":\"li\",\"name\":\"李四\"}";
  private static final LocalDate BEGIN = LocalDate.of(2026, 5, 11);

  private static final ServiceOverTime SERVICE = new ServiceOverTime();

  private final Asking town = SERVICE.town;
  private final Asking admin = SERVICE.admin;

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void theCountersOfADayBecomeFindingsAndACorrectionOfItTakesThemBack() {
    SERVICE.today(BEGIN);
    SERVICE.declare("night", "夜间群");
    SERVICE.day(
        "night",
        BEGIN.minusDays(3),
        evening(2) + ",\"materialRequests\":2,\"approvedMaterialRequests\":1");

    assertThat(SERVICE.found("night")).containsExactlyInAnyOrder("G-HOURS", "G-DUMP");

    // Months late: the posts were emergencies, and the demands named their form.
    SERVICE.today(BEGIN.plusDays(20));
    SERVICE.day(
        "night",
        BEGIN.minusDays(3),
        evening(2) + ",\"emergencyPosts\":2,\"materialRequests\":2,\"approvedMaterialRequests\":2");
    assertThat(SERVICE.found("night")).isEmpty();
  }

  @Test
  void moreApprovedDemandsThanDemandsContradictEachOther() {
    SERVICE.today(BEGIN);
    SERVICE.declare("odd", "怪群");

    JsonNode problem =
        town.refused(
            "PUT",
            GROUPS + "odd/activity/" + BEGIN.minusDays(1),
            "{\"messages\":9,\"materialRequests\":1,\"approvedMaterialRequests\":2}"
                .getBytes(UTF_8));

    assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/approvedMaterialRequests");
  }

  @Test
  void aDissolutionOnPaperAndANewGroupOfTheSamePeopleAreFound() {
    SERVICE.today(BEGIN);
    SERVICE.declare("paper", "防汛群");
    SERVICE.members("paper", 1, 10);
    SERVICE.send("POST", GROUPS + "paper/decisions", "{\"kind\":\"DISSOLVE\",\"reason\":\"闲置\"}");
    SERVICE.send("POST", GROUPS + "paper/execution", "{}");

    SERVICE.today(BEGIN.plusDays(12));
    SERVICE.day("paper", BEGIN.plusDays(11), "\"messages\":30,\"activeSenders\":6");
    SERVICE.declare("again", "汛期联络群");
    SERVICE.members("again", 3, 14);

    assertThat(SERVICE.found("paper")).containsExactly("G-EXEC");
    assertThat(SERVICE.found("again")).containsExactly("G-REBOUND");
    assertThat(reason("again")).contains("8", "10");
  }

  @Test
  void aMatterWhoseGroupsAreCalledOtherwiseIsTheSameFinding() {
    SERVICE.today(BEGIN);
    called("levee", "堤防巡查群", "2024-01-01");
    called("rain", "雨情会商群", "2025-01-01");
    assertThat(SERVICE.found("levee")).contains("G-DUPM");
    JsonNode found = matterOf("levee");

    SERVICE.today(BEGIN.plusDays(3));
    called("levee", "河长制联络群", "2024-01-01");
    SERVICE.scan();

    assertThat(matterOf("levee").path("findingId")).isEqualTo(found.path("findingId"));
    assertThat(matterOf("levee").path("raisedOn").asString()).isEqualTo(BEGIN.toString());
    assertThat(tryOut("{\"rules\":{\"G-DUPM\":false}}"))
        .contains(found.path("findingId").asString());
  }

  private static void called(String id, String name, String createdOn) {
    SERVICE.declare(
        id,
        "\"name\":\"%s\",\"purpose\":\"全镇汛期值守和水情通报\"".formatted(name),
        ",\"createdOn\":\"%s\"".formatted(createdOn));
  }

  private static JsonNode matterOf(String group) {
    return SERVICE.findings(group).stream()
        .filter(each -> each.path("rule").asString().equals("G-DUPM"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoDecidesAnewWhatIsOverdueHasNoMoreTimeUnlessTheDistrictGivesIt() {
    SERVICE.today(BEGIN);
    SERVICE.declare("late", "逾期群");
    String due = BEGIN.plusDays(5).toString();
    assertThat(dueOn(town, "late", ",\"dueOn\":\"" + due + "\"")).isEqualTo(due);

    SERVICE.today(BEGIN.plusDays(20));
    assertThat(SERVICE.found("late")).containsExactly("G-EXEC");
    assertThat(town.send("DELETE", GROUPS + "late/decisions/current", null).statusCode())
        .isEqualTo(200);
    assertThat(dueOn(town, "late", "")).isEqualTo(due);
    assertThat(SERVICE.found("late")).containsExactly("G-EXEC");

    town.send("DELETE", GROUPS + "late/decisions/current", null);
    String later = BEGIN.plusDays(30).toString();
    assertThat(dueOn(admin, "late", ",\"dueOn\":\"" + later + "\"")).isEqualTo(later);
    assertThat(SERVICE.found("late")).isEmpty();
  }

  private static String dueOn(Asking who, String group, String more) {
    String body = "{\"kind\":\"DISSOLVE\",\"reason\":\"闲置\"" + more + "}";
    var answer = who.send("POST", GROUPS + group + "/decisions", body.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).at("/decision/dueOn").asString();
  }

  @Test
  void staffWhoLeaveAreFoundAsOwnersAndAsMembersWhoStayed() {
    SERVICE.today(BEGIN);
    SERVICE.send("PUT", "/api/v1/staff/" + XINDIAN, "{\"people\":[%s,%s]}".formatted(ZHANG, LI));
    // The register knows the owner by name alone, and writes it with a space.
    SERVICE.send("PUT", GROUPS + "staffed", "{\"name\":\"水利联络群\",\"ownerName\":\"张 三\"}");
    assertThat(SERVICE.found("staffed")).isEmpty();

    SERVICE.today(BEGIN.plusDays(1));
    SERVICE.send("PUT", "/api/v1/staff/" + XINDIAN, "{\"people\":[%s]}".formatted(LI));
    assertThat(SERVICE.found("staffed")).containsExactly("G-OWNER");

    SERVICE.today(BEGIN.plusDays(15));
    SERVICE.send(
        "PUT", GROUPS + "staffed/members", "{\"members\":[{\"id\":\"zhang\"},{\"id\":\"li\"}]}");
    assertThat(SERVICE.found("staffed")).containsExactlyInAnyOrder("G-OWNER", "G-LEAVE");

    SERVICE.send("PUT", GROUPS + "staffed/owner", "{\"ownerId\":\"li\"}");
    SERVICE.send("PUT", GROUPS + "staffed/members", "{\"members\":[{\"id\":\"li\"}]}");
    assertThat(SERVICE.found("staffed")).isEmpty();
    assertThat(town.send("GET", "/api/v1/staff/" + XINDIAN, null).body())
        .contains("\"present\":1", "\"left\":1")
        .doesNotContain("zhang", "张三");
  }

  @Test
  void otherNumbersAreTriedAndChangeNothing() {
    SERVICE.today(BEGIN);
    SERVICE.declare("tried", "试算群");
    for (int ago = 40; ago > 0; ago--) {
      SERVICE.day("tried", BEGIN.minusDays(ago), "\"messages\":0");
    }
    assertThat(SERVICE.found("tried")).isEmpty();

    JsonNode tried = JSON.readTree(tryOut("{\"thresholds\":{\"zombie.idleDays\":20}}"));

    assertThat(tried.path("effects").toString())
        .contains("{\"town\":\"350213101000\",\"rule\":\"G-ZOMB\",\"now\":0,\"then\":1,");
    assertThat(SERVICE.found("tried")).isEmpty();
    assertThat(
            admin
                .refused(
                    "POST",
                    "/api/v1/rule-trials",
                    "{\"thresholds\":{\"zombie.idle\":20},\"rules\":{\"G-RANK\":true}}"
                        .getBytes(UTF_8))
                .path("errors"))
        .hasSize(2);
  }

  private String tryOut(String body) {
    var answer = admin.send("POST", "/api/v1/rule-trials", body.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String reason(String group) {
    return SERVICE.findings(group).getFirst().path("reasonEn").asString();
  }

  private static String evening(int posts) {
    String hours =
        IntStream.range(0, 24)
            .mapToObj(hour -> hour == 21 ? String.valueOf(posts) : "0")
            .collect(Collectors.joining(","));
    return "\"messages\":20,\"activeSenders\":4,\"taskPosts\":%d,\"taskPostsByHour\":[%s]"
        .formatted(posts, hours);
  }
}
