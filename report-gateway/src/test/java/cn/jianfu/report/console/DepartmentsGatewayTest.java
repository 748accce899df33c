package cn.jianfu.report.console;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.SampleEvents.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.Overviews;
import cn.jianfu.report.SampleEvents;
import cn.jianfu.report.TestUnits;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** Groups of the district's own departments (区直部门) stand beside those of the towns. */
class DepartmentsGatewayTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
  private static final String BUREAU = "350213000901";
  private static final String GROUP = BUREAU + "/WECOM/bureau";
  private static final String FINDING = "f-bureau";
  private static final LocalDate FILED = TODAY.minusDays(200);

  @BeforeAll
  static void aDepartmentHasASilentGroup() {
    TestUnits.putInto(GATEWAY);
    TestUnits.putDepartment(GATEWAY, BUREAU, "教育局");
    try (var says = GATEWAY.groupService()) {
      says.says(GROUP, SampleEvents.filed(DISTRICT, BUREAU, GROUP, "教育局工作群", FILED));
      says.says(FINDING, SampleEvents.zombieOf(DISTRICT, FINDING, GROUP, TODAY.minusDays(3)));
    }
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> {
          JsonNode row = row(supervisor(), null);
          assertThat(row).isNotNull();
          assertThat(Objects.requireNonNull(row).at("/row/openFindings/M").asInt()).isEqualTo(1);
        });
  }

  @Test
  void theyAreARowOfTheOverviewAfterTheTowns() {
    JsonNode towns = overview(supervisor(), null);
    JsonNode last = towns.get(towns.size() - 1);

    assertThat(last.path("code").asString()).isEqualTo(DISTRICT);
    assertThat(last.path("name").asString()).isEqualTo("翔安区直属单位");
    assertThat(last.path("departments").asBoolean()).isTrue();
    assertThat(towns.get(0).path("departments").asBoolean()).isFalse();
  }

  @Test
  void beforeTheyHadAnyGroupThereIsNoSuchRow() {
    assertThat(row(supervisor(), FILED)).isNotNull();
    assertThat(row(supervisor(), FILED.minusDays(1))).isNull();
  }

  @Test
  void aTownAndADepartmentSeeNoSuchRow() {
    assertThat(row(GATEWAY.as("town-office", XINDIAN), null)).isNull();
    assertThat(row(GATEWAY.as("department", BUREAU), null)).isNull();
  }

  @Test
  void theirPageIsThatOfATown() {
    TownPage page = Objects.requireNonNull(source().townPage(DISTRICT, null).block());

    assertThat(page.name()).isEqualTo(new Words("翔安区直属单位", "翔安区, own departments"));
    assertThat(page.findings()).extracting(FindingRow::id).containsExactly(FINDING);
    assertThat(page.findings())
        .extracting(FindingRow::townName)
        .containsExactly(new Words("翔安区直属单位", "翔安区, own departments"));
    assertThat(source().townPage(BUREAU, null).block())
        .as("a department is judged with the others")
        .isNull();
  }

  @Test
  void theirRegisterHasTheirGroupsAndUnitsAndNoTowns() {
    var supervisor = new ConsoleUser("i", "s", "n", DISTRICT, Set.of("district-supervisor"));
    var asked = new LinkedMultiValueMap<String, String>();
    asked.add("town", DISTRICT);
    var visit = new RegisterVisit(supervisor, null, Locale.CHINESE);
    var page =
        Objects.requireNonNull(
            GATEWAY
                .context()
                .getBean(RegisterSource.class)
                .page(visit, RegisterQuery.of(asked), RegisterForm.of(new LinkedMultiValueMap<>()))
                .block());

    assertThat(page.rows()).extracting(RegisterRow::id).containsExactly(GROUP);
    assertThat(page.units())
        .extracting(FindingsPage.Choice::value)
        .contains(DISTRICT, BUREAU)
        .doesNotContain(XINDIAN);
  }

  private static ConsoleSource source() {
    return GATEWAY.context().getBean(ConsoleSource.class);
  }

  private static WebTestClient supervisor() {
    return GATEWAY.as("district-supervisor", DISTRICT);
  }

  private static @Nullable JsonNode row(WebTestClient client, @Nullable LocalDate asOf) {
    for (JsonNode town : overview(client, asOf)) {
      if (town.path("code").asString().equals(DISTRICT)) {
        return town;
      }
    }
    return null;
  }

  private static JsonNode overview(WebTestClient client, @Nullable LocalDate asOf) {
    return Overviews.towns(client, asOf == null ? "" : "?asOf=" + asOf);
  }
}
