package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.Await;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is asked in groups, and what becomes of decisions, on a service whose clock is set. */
class RulesOverTimeTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String GROUPS = "/api/v1/groups/" + XINDIAN + "/WECOM/";
  private static final String ZHANG = "{\"id\":\"zhang\",\"name\":\"张三\"}";
  private static final String LI = "{\"id\":\"li\",\"name\":\"李四\"}";
  private static final LocalDate BEGIN = LocalDate.of(2026, 5, 11);

  private static final InProcessStore STORE = InProcessStore.open(StoreSettings.inMemory());
  private static final ConfigurableApplicationContext INSTANCE =
      GroupServiceUnderTest.shared().on(STORE);

  private final int port = GroupServiceUnderTest.portOf(INSTANCE);
  private final Asking town = asking("town-system", XINDIAN);
  private final Asking admin = asking("district-admin", DISTRICT);

  @AfterAll
  static void stop() {
    INSTANCE.close();
    STORE.close();
  }

  @Test
  void theCountersOfADayBecomeFindingsAndACorrectionOfItTakesThemBack() {
    today(BEGIN);
    declare("night", "夜间群");
    day(
        "night",
        BEGIN.minusDays(3),
        evening(2) + ",\"materialRequests\":2,\"approvedMaterialRequests\":1");

    assertThat(found("night")).containsExactlyInAnyOrder("G-HOURS", "G-DUMP");

    // Months late: the posts were emergencies, and the demands named their form.
    today(BEGIN.plusDays(20));
    day(
        "night",
        BEGIN.minusDays(3),
        evening(2) + ",\"emergencyPosts\":2,\"materialRequests\":2,\"approvedMaterialRequests\":2");
    assertThat(found("night")).isEmpty();
  }

  @Test
  void moreApprovedDemandsThanDemandsContradictEachOther() {
    today(BEGIN);
    declare("odd", "怪群");

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
    today(BEGIN);
    declare("paper", "防汛群");
    members("paper", 1, 10);
    send("POST", GROUPS + "paper/decisions", "{\"kind\":\"DISSOLVE\",\"reason\":\"闲置\"}");
    send("POST", GROUPS + "paper/execution", "{}");

    today(BEGIN.plusDays(12));
    day("paper", BEGIN.plusDays(11), "\"messages\":30,\"activeSenders\":6");
    declare("again", "汛期联络群");
    members("again", 3, 14);

    assertThat(found("paper")).containsExactly("G-EXEC");
    assertThat(found("again")).containsExactly("G-REBOUND");
    assertThat(reason("again")).contains("8", "10");
  }

  @Test
  void staffWhoLeaveAreFoundAsOwnersAndAsMembersWhoStayed() {
    today(BEGIN);
    send("PUT", "/api/v1/staff/" + XINDIAN, "{\"people\":[%s,%s]}".formatted(ZHANG, LI));
    // The register knows the owner by name alone, and writes it with a space.
    send("PUT", GROUPS + "staffed", "{\"name\":\"水利联络群\",\"ownerName\":\"张 三\"}");
    assertThat(found("staffed")).isEmpty();

    today(BEGIN.plusDays(1));
    send("PUT", "/api/v1/staff/" + XINDIAN, "{\"people\":[%s]}".formatted(LI));
    assertThat(found("staffed")).containsExactly("G-OWNER");

    today(BEGIN.plusDays(15));
    send("PUT", GROUPS + "staffed/members", "{\"members\":[{\"id\":\"zhang\"},{\"id\":\"li\"}]}");
    assertThat(found("staffed")).containsExactlyInAnyOrder("G-OWNER", "G-LEAVE");

    send("PUT", GROUPS + "staffed/owner", "{\"ownerId\":\"li\"}");
    send("PUT", GROUPS + "staffed/members", "{\"members\":[{\"id\":\"li\"}]}");
    assertThat(found("staffed")).isEmpty();
    assertThat(town.send("GET", "/api/v1/staff/" + XINDIAN, null).body())
        .contains("\"present\":1", "\"left\":1")
        .doesNotContain("zhang", "张三");
  }

  @Test
  void otherNumbersAreTriedAndChangeNothing() {
    today(BEGIN);
    declare("tried", "试算群");
    for (int ago = 40; ago > 0; ago--) {
      day("tried", BEGIN.minusDays(ago), "\"messages\":0");
    }
    assertThat(found("tried")).isEmpty();

    JsonNode tried = JSON.readTree(tryOut("{\"thresholds\":{\"zombie.idleDays\":20}}"));

    assertThat(tried.path("effects").toString())
        .contains("{\"town\":\"350213101000\",\"rule\":\"G-ZOMB\",\"now\":0,\"then\":1,");
    assertThat(found("tried")).isEmpty();
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

  private List<String> found(String group) {
    assertThat(admin.send("POST", "/api/v1/scans", null).statusCode()).isEqualTo(201);
    List<String> rules = new ArrayList<>();
    findings(group).forEach(each -> rules.add(each.path("rule").asString()));
    return rules;
  }

  private String reason(String group) {
    return findings(group).getFirst().path("reasonEn").asString();
  }

  private List<JsonNode> findings(String group) {
    String answer = town.send("GET", "/api/v1/findings?limit=200", null).body();
    List<JsonNode> of = new ArrayList<>();
    for (JsonNode each : JSON.readTree(answer).path("items")) {
      if (each.path("groups").toString().contains("/" + group + "\"")) {
        of.add(each);
      }
    }
    return of;
  }

  private void today(LocalDate day) {
    byte[] body = "{\"now\":\"%sT02:00:00Z\"}".formatted(day).getBytes(UTF_8);
    assertThat(admin.send("PUT", "/api/v1/clock", body).statusCode()).isEqualTo(200);
  }

  private void declare(String id, String name) {
    Await.until(() ->
        assertThat(
                town.send(
                        "PUT",
                        GROUPS + id,
                        "{\"name\":\"%s\",\"ownerId\":\"owner-%s\"}"
                            .formatted(name, id)
                            .getBytes(UTF_8))
                    .statusCode())
            .isIn(200, 201));
  }

  private void members(String id, int from, int to) {
    String people =
        IntStream.rangeClosed(from, to)
            .mapToObj(i -> "{\"id\":\"p%d\"}".formatted(i))
            .collect(Collectors.joining(","));
    send("PUT", GROUPS + id + "/members", "{\"members\":[" + people + "]}");
  }

  private static String evening(int posts) {
    String hours =
        IntStream.range(0, 24)
            .mapToObj(hour -> hour == 21 ? String.valueOf(posts) : "0")
            .collect(Collectors.joining(","));
    return "\"messages\":20,\"activeSenders\":4,\"taskPosts\":%d,\"taskPostsByHour\":[%s]"
        .formatted(posts, hours);
  }

  private void day(String id, LocalDate day, String counters) {
    send("PUT", GROUPS + id + "/activity/" + day, "{" + counters + "}");
  }

  private void send(String method, String path, String body) {
    var answer = town.send(method, path, body.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  private Asking asking(String role, String unit) {
    return Asking.of(port, GroupServiceUnderTest.shared().bearer(role, unit))
        .with("Content-Type", "application/json");
  }
}
