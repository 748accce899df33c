package cn.jianfu.acceptance;

import static cn.jianfu.acceptance.PlatformUnderTest.district;
import static cn.jianfu.acceptance.PlatformUnderTest.gateway;
import static cn.jianfu.acceptance.PlatformUnderTest.group;
import static cn.jianfu.acceptance.PlatformUnderTest.town;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.jianfu.allinone.sample.RefusedByPlatform;
import cn.jianfu.allinone.sample.SampleUnit;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** 新店镇: what the report names is found, and what is done about it is seen at once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class XindianStoryTest {

  private static final String XINDIAN = SampleUnit.XINDIAN;

  @Test
  @Order(1)
  void theDetectionFindsWhatTheReportNames() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(openFindingsByRule())
                .containsEntry("G-ZOMB", 10)
                .containsEntry("G-TEMP", 7)
                .containsEntry("G-DUPM", 3)
                .containsEntry("G-OVER", 7));
  }

  private static Map<String, Integer> openFindingsByRule() {
    JsonNode page = district().get(gateway("findings?limit=200&town=" + XINDIAN));
    Map<String, Integer> byRule = new TreeMap<>();
    page.path("items")
        .forEach(finding -> byRule.merge(finding.path("rule").asString(), 1, Integer::sum));
    return byRule;
  }

  @Test
  @Order(2)
  void aTownThatSendsNothingIsUnknownAndNotGood() {
    JsonNode silent = townIn(district().get(gateway("overview")), SampleUnit.SILENT_TOWN);

    assertThat(silent.path("row").path("band").asString()).isEqualTo("GREY");
  }

  @Test
  @Order(3)
  void aGroupThatIsDeclaredIsInTheDistrictsViewWithinASecond() {
    int before = registeredGroups();
    String id = "350213101901/WECOM/acceptance-1";
    town(XINDIAN)
        .send(
            "PUT",
            group("groups/" + id),
            Map.of("name", "验收用工作群", "kind", "PERMANENT", "purpose", "验收"));
    long declared = System.nanoTime();
    town(XINDIAN).send("POST", group("groups/" + id + "/filing"), Map.of("filingNo", "验〔2026〕1号"));

    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(Duration.ofSeconds(30))
        .until(() -> registeredGroups() > before);
    System.out.printf(
        "declared → visible: %d ms%n", Duration.ofNanos(System.nanoTime() - declared).toMillis());
  }

  private static int registeredGroups() {
    for (JsonNode metric : district().get(gateway("towns/" + XINDIAN)).findPath("metrics")) {
      if (metric.path("id").asString().equals("M01")) {
        return metric.path("numerator").asInt();
      }
    }
    throw new AssertionError("no metric M01");
  }

  @Test
  @Order(4)
  void aTownReachesNothingOfAnotherTown() {
    assertThatThrownBy(() ->
            town("350213102000")
                .send("PUT", group("groups/350213101901/WECOM/theirs"), Map.of("name", "别人的群")))
        .isInstanceOfSatisfying(
            RefusedByPlatform.class, refused -> assertThat(refused.status()).isEqualTo(403));
    JsonNode seen = town("350213102000").get(gateway("overview"));
    assertThat(seen.path("towns").size()).isEqualTo(1);
    assertThat(seen.path("towns").get(0).path("code").asString()).isEqualTo("350213102000");
  }

  private static JsonNode townIn(JsonNode overview, String code) {
    for (JsonNode town : overview.path("towns")) {
      if (town.path("code").asString().equals(code)) {
        return town;
      }
    }
    throw new AssertionError("the overview does not show " + code);
  }
}
