package cn.jianfu.group;

import static cn.jianfu.group.ServiceOverTime.GROUPS;
import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.detection.SuggestedDecisions;
import cn.jianfu.testkit.Asking;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MergePlansOverHttpTest {

  private static final String PLANS = "/api/v1/merge-plans";
  private static final ServiceOverTime SERVICE = new ServiceOverTime();
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 11);

  @BeforeAll
  static void twoGroupsOfTheSamePeople() {
    SERVICE.today(TODAY);
    SERVICE.declare("one", "防汛值班群");
    SERVICE.declare("two", "森林防火群");
    SERVICE.declare("far", "计生联络群");
    SERVICE.members("one", 1, 10);
    SERVICE.members("two", 1, 9);
    SERVICE.members("far", 20, 24);
    SERVICE.scan();
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void aProposedMergeSaysWhatItWouldGive() {
    JsonNode plan = SERVICE.read(PLANS).at("/items/0");

    assertThat(plan.path("target").asString()).endsWith("/one");
    assertThat(plan.at("/groups/1/name").asString()).isEqualTo("森林防火群");
    assertThat(plan.path("because").toString()).contains("G-OVER");
    assertThat(plan.path("members").asInt()).isEqualTo(10);
    assertThat(plan.path("membershipsSaved").asInt()).isEqualTo(9);
    assertThat(SERVICE.read(PLANS).path("items")).hasSize(1);
  }

  @Test
  void whatIsDecidedIsNotProposedAnyMoreUntilThatIsWithdrawn() {
    SERVICE.declare("stays", "党建学习群");
    SERVICE.declare("goes", "党建联络群");
    SERVICE.members("stays", 40, 49);
    SERVICE.members("goes", 40, 48);
    SERVICE.scan();
    assertThat(targets()).contains("stays");

    SERVICE.send(
        "POST",
        GROUPS + "goes/decisions",
        "{\"kind\":\"MERGE\",\"reason\":\"重复\",\"mergeInto\":\"%s/WECOM/stays\"}"
            .formatted(XINDIAN));
    assertThat(targets()).contains("one").doesNotContain("stays");

    assertThat(SERVICE.town.send("DELETE", GROUPS + "goes/decisions/current", null).statusCode())
        .isEqualTo(200);
    assertThat(targets()).contains("stays");
    SERVICE.send("POST", GROUPS + "goes/decisions", "{\"kind\":\"DISSOLVE\",\"reason\":\"重复\"}");
    assertThat(targets()).doesNotContain("stays");
  }

  private static List<String> targets() {
    return SERVICE
        .read(PLANS)
        .path("items")
        .valueStream()
        .map(plan -> plan.path("target").asString())
        .map(id -> id.substring(id.lastIndexOf('/') + 1))
        .toList();
  }

  @Test
  void anotherMergeIsWorkedOutAndNothingIsWritten() {
    JsonNode plan = tried("far", "one");

    assertThat(plan.path("members").asInt()).isEqualTo(15);
    assertThat(plan.path("newcomers").asInt()).isEqualTo(10);
    assertThat(plan.path("membershipsSaved").asInt()).isZero();
    assertThat(SERVICE.read(GROUPS + "one").path("decision").isObject()).isFalse();
  }

  /** A page of one town costs what the town has, however many groups others have. */
  @Test
  void proposalsAreMadeOfOneTownsGroupsAndTheDistrictSeesThoseOfAll() {
    Asking other = SERVICE.asking("town-system", MAXIANG);
    for (String id : List.of("north", "south")) {
      String path = "/api/v1/groups/" + MAXIANG + "/WECOM/" + id;
      assertThat(
              other
                  .send("PUT", path, "{\"name\":\"护林%s群\"}".formatted(id).getBytes(UTF_8))
                  .statusCode())
          .isEqualTo(201);
      String people =
          IntStream.range(60, 68)
              .mapToObj("{\"id\":\"p%d\"}"::formatted)
              .collect(Collectors.joining(","));
      assertThat(
              other
                  .send(
                      "PUT", path + "/members", ("{\"members\":[" + people + "]}").getBytes(UTF_8))
                  .statusCode())
          .isBetween(200, 201);
    }
    SERVICE.scan();

    SuggestedDecisions suggestions = SERVICE.bean(SuggestedDecisions.class);
    var ofMaxiang = suggestions.of(MAXIANG).blockOptional(Duration.ofSeconds(30)).orElseThrow();
    assertThat(ofMaxiang.groups()).hasSize(2);
    assertThat(ofMaxiang.decisions().keySet()).isEqualTo(ofMaxiang.groups().keySet());
    assertThat(ofMaxiang.merges())
        .singleElement()
        .satisfies(plan -> assertThat(plan.town()).isEqualTo(MAXIANG));
    assertThat(SERVICE.read(PLANS).path("items").toString()).doesNotContain(MAXIANG);
    assertThat(SERVICE.admin.send("GET", PLANS, null).body())
        .contains(MAXIANG + "/WECOM/", XINDIAN + "/WECOM/one");
    assertThat(ofTown(MAXIANG)).contains(MAXIANG + "/WECOM/").doesNotContain(XINDIAN);
    assertThat(ofTown(DISTRICT))
        .as("of the departments, which have no groups")
        .doesNotContain("/WECOM/");
    assertThat(SERVICE.read(PLANS + "?town=" + MAXIANG).path("items"))
        .as("another town's business")
        .isEmpty();
  }

  private static String ofTown(String town) {
    return SERVICE.admin.send("GET", PLANS + "?unit=" + DISTRICT + "&town=" + town, null).body();
  }

  @Test
  void otherTownsHearNothingAndWhatIsNoMergeIsDeclined() {
    Asking stranger = SERVICE.asking("town-office", MAXIANG);

    assertThat(stranger.send("GET", PLANS, null).body()).doesNotContain(XINDIAN);
    assertThat(stranger.send("POST", PLANS, body("far", "one")).statusCode()).isEqualTo(403);
    assertThat(refusal("one", "one")).isEqualTo("/groups");
    assertThat(refusal("one", "nobody")).isEqualTo("/groups/0");
    assertThat(refusal("nobody", "one")).isEqualTo("/target");
  }

  private static JsonNode tried(String target, String other) {
    var answer = SERVICE.town.send("POST", PLANS, body(target, other));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static String refusal(String target, String other) {
    return SERVICE
        .town
        .refused("POST", PLANS, body(target, other))
        .at("/errors/0/pointer")
        .asString();
  }

  private static byte[] body(String target, String other) {
    return "{\"target\":\"%1$s/WECOM/%2$s\",\"groups\":[\"%1$s/WECOM/%3$s\"]}"
        .formatted(XINDIAN, target, other)
        .getBytes(UTF_8);
  }
}
