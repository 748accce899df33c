package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.HONGTIAN;
import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN_OFFICE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import cn.jianfu.testkit.Asking;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Of a finding between units each reader sees its own side, and of the other a count. */
class ForeignSubjectsTest {

  private static final InProcessStore STORE = InProcessStore.open(StoreSettings.inMemory());
  private static final ConfigurableApplicationContext INSTANCE =
      GroupServiceUnderTest.shared().on(STORE);

  @BeforeAll
  static void groupsOfTwoTownsAndOfTwoUnitsOfOneTown() {
    declared(XINDIAN, XINDIAN, "wr-one", "2026-04-01", 0, 20);
    declared(MAXIANG, MAXIANG, "wr-one", "2026-03-01", 0, 40);
    declared(XINDIAN, XINDIAN, "wr-two", "2026-03-01", 100, 140);
    declared(MAXIANG, MAXIANG, "wr-two", "2026-04-01", 100, 120);
    declared(XINDIAN, HONGTIAN, "wr-hong", "2026-04-01", 200, 220);
    declared(XINDIAN, XINDIAN_OFFICE, "wr-office", "2026-03-01", 200, 240);
    declared(XINDIAN, HONGTIAN, "wr-both", "2026-04-01", 300, 303);
    declared(XINDIAN, XINDIAN_OFFICE, "wr-both", "2026-03-01", 310, 313);
    var scanned = asking("district-supervisor", DISTRICT).send("POST", "/api/v1/scans", null);
    assertThat(scanned.statusCode()).as(scanned.body()).isLessThan(300);
  }

  @AfterAll
  static void close() {
    INSTANCE.close();
    STORE.close();
  }

  @Test
  void aTownSeesOfAnotherOnlyHowManyThereAre() {
    for (String town : List.of(XINDIAN, MAXIANG)) {
      String other = town.equals(XINDIAN) ? MAXIANG : XINDIAN;
      JsonNode twice = foreign(find(town, "&rule=G-TWICE"));
      assertThat(twice.at("/groups").toString()).contains(town + "/WECOM/");
      assertThat(twice.at("/evidence/townCodes").toString()).isEqualTo("[\"" + town + "\"]");
      assertThat(twice.at("/evidence/foreignTowns").asInt()).isEqualTo(1);
      assertThat(twice.at("/evidence/elsewhere").asInt()).isEqualTo(1);
      JsonNode over = find(town, "&rule=G-OVER");
      assertThat(over.toString()).contains("\"elsewhere\":1");
      assertThat(twice.toString() + over).doesNotContain(other);
    }
  }

  @Test
  void aCommunitySeesNothingOfItsNeighbourInTheSameTownAndTheTownSeesBoth() {
    JsonNode own = only(HONGTIAN, "G-OVER");

    assertThat(own.toString()).contains("wr-hong").doesNotContain(XINDIAN_OFFICE, "wr-office");
    assertThat(own.at("/title").asString()).isEqualTo("群wr-hong");
    assertThat(own.at("/evidence/elsewhere").asInt()).isEqualTo(1);
    assertThat(find(XINDIAN, "&rule=G-OVER").toString()).contains("wr-hong", "wr-office");
  }

  @Test
  void ofOneGroupThatTwoUnitsOfATownDeclareTheLaterSeesItsOwnAndTheTownBoth() {
    JsonNode twice = only(HONGTIAN, "G-TWICE");

    assertThat(twice.at("/reasonEn").asString()).contains("declared by 2 units");
    assertThat(twice.at("/reasonZh").asString()).contains("被 2 个单位登记");
    assertThat(twice.at("/evidence/elsewhere").asInt()).isEqualTo(1);
    assertThat(twice.toString()).contains("wr-both").doesNotContain(XINDIAN_OFFICE);
    assertThat(find(XINDIAN, "&rule=G-TWICE").toString())
        .contains(HONGTIAN + "/WECOM/wr-both", XINDIAN_OFFICE + "/WECOM/wr-both");
    assertThat(find(MAXIANG, "").toString()).doesNotContain("wr-both");
  }

  private static JsonNode foreign(JsonNode found) {
    return found
        .valueStream()
        .filter(each -> each.path("evidence").has("foreignTowns"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theDistrictSeesBothTowns() {
    assertThat(find(DISTRICT, "&rule=G-TWICE").findValues("townCodes"))
        .hasSize(2)
        .allSatisfy(towns -> assertThat(towns.toString()).contains(XINDIAN, MAXIANG));
  }

  @Test
  void askingForAnothersGroupDoesNotTellWhetherItIsConcerned() {
    assertThat(find(XINDIAN, "&group=" + XINDIAN + "/WECOM/wr-one").size()).isPositive();
    assertThat(find(XINDIAN, "&group=" + MAXIANG + "/WECOM/wr-one").size()).isZero();
    assertThat(find(HONGTIAN, "&group=" + XINDIAN_OFFICE + "/WECOM/wr-office").size()).isZero();
  }

  private static JsonNode only(String unit, String rule) {
    JsonNode found = find(unit, "&rule=" + rule);
    assertThat(found.size()).as(found.toString()).isEqualTo(1);
    return found.get(0);
  }

  private static JsonNode find(String unit, String query) {
    String role = unit.equals(DISTRICT) ? "district-supervisor" : roleOf(unit);
    var answer = asking(role, unit).send("GET", "/api/v1/findings?limit=200" + query, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body()).at("/items");
  }

  private static String roleOf(String unit) {
    return unit.equals(HONGTIAN) ? "community" : "town-office";
  }

  private static void declared(
      String town, String unit, String id, String on, int from, int toBefore) {
    String group = "/api/v1/groups/" + unit + "/WECOM/" + id;
    put(
        town,
        group,
        "{\"name\":\"群%s\",\"createdOn\":\"%s\",\"declaredOn\":\"%s\"}".formatted(id, on, on));
    String members =
        IntStream.range(from, toBefore)
            .mapToObj(i -> "{\"id\":\"person-" + i + "\"}")
            .collect(Collectors.joining(",", "{\"members\":[", "]}"));
    put(town, group + "/members", members);
  }

  private static void put(String town, String path, String body) {
    var answer =
        asking("town-office", town)
            .with("Content-Type", "application/json")
            .send("PUT", path, body.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  private static Asking asking(String role, String unit) {
    return Asking.of(
        GroupServiceUnderTest.portOf(INSTANCE), GroupServiceUnderTest.shared().bearer(role, unit));
  }
}
