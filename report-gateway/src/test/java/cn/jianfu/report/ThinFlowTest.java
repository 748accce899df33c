package cn.jianfu.report;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.active;
import static cn.jianfu.report.SampleEvents.filed;
import static cn.jianfu.report.SampleEvents.zombie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class ThinFlowTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();

  @BeforeAll
  static void theDistrictHasUnits() {
    TestUnits.putInto(GATEWAY);
  }

  @Test
  void aGroupThatATownFilesIsInTheOverviewSoonAfter() {
    try (GroupServiceDouble groupService = GATEWAY.groupService()) {
      String id = PARTY_OFFICE + "/WECOM/thin";
      groupService.says(id, filed(id, "党政办工作群", TODAY.minusDays(40)));
      for (int back = 0; back < 40; back++) {
        groupService.says(id + "/" + back, active(id, TODAY.minusDays(back), 4));
      }
      groupService.says("f-thin", zombie("f-thin", id, TODAY.minusDays(2)));
    }

    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> {
          JsonNode town = overviewOf(GATEWAY.as("district-supervisor", DISTRICT), XINDIAN);
          assertThat(town.at("/row/coverage").asDouble()).isPositive();
          assertThat(town.at("/row/openFindings/M").asInt()).isPositive();
          assertThat(town.at("/row/effective").isNumber()).isTrue();
          assertThat(town.at("/version").asLong()).isPositive();
        });
  }

  static JsonNode overviewOf(WebTestClient client, String code) {
    JsonNode towns = Overviews.towns(client, "");
    @Nullable JsonNode found = null;
    for (JsonNode town : towns) {
      if (town.path("code").asString().equals(code)) {
        found = town;
      }
    }
    assertThat(found).as(towns.toString()).isNotNull();
    return Objects.requireNonNull(found);
  }
}
