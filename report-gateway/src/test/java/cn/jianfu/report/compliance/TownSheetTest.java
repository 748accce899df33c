package cn.jianfu.report.compliance;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.MAXIANG;
import static cn.jianfu.report.Heard.event;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.filed;
import static cn.jianfu.report.SampleEvents.zombieOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.contracts.group.FindingRaisedV1;
import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.SampleEvents;
import cn.jianfu.report.TestUnits;
import cn.jianfu.report.readside.ReadSide;
import cn.jianfu.report.readside.ReadSides;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/**
 * A town's page is kept while its view stays what it was: then everything on it is of one moment.
 */
class TownSheetTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String UNIT = MAXIANG.substring(0, 9) + "901";
  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();

  private final ReadSide side = GATEWAY.context().getBean(ReadSides.class).active();
  private final TownCompliances towns = GATEWAY.context().getBean(TownCompliances.class);
  private final TownCalculation calculation = GATEWAY.context().getBean(TownCalculation.class);

  @BeforeAll
  static void theDistrictHasUnits() {
    TestUnits.putInto(GATEWAY);
  }

  @Test
  void whatHappensAfterAPageWasKeptIsOnTheNextOne() {
    for (int n = 1; n <= 3; n++) {
      String id = UNIT + "/WECOM/kept-" + n;
      happens(event(id, 1, filed(MAXIANG, UNIT, id, id, TODAY.minusDays(9))));

      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> {
            TownSheet sheet = sheet();
            assertThat(sheet.groups())
                .as("the numbers and the list are of one moment")
                .hasSize((int) registered(sheet));
            assertThat(sheet.groups()).anyMatch(group -> group.groupId().equals(id));
          });
    }
  }

  @Test
  void aPageOfTheSameViewIsTheSamePage() {
    happens(group("same"));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(sheet().town().version()).isPositive());

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(sheet().groups()).isSameAs(sheet().groups()));
  }

  /** The view learns of a judgement through an event; who has judged does not wait for it. */
  @Test
  void aJudgementIsOnThePageAtOnce() {
    String group = UNIT + "/WECOM/judged";
    FindingRaisedV1 raised = zombieOf(MAXIANG, "f-sheet", group, TODAY.minusDays(2));
    happens(group("judged"), event("f-sheet", 1, raised));
    String town = raised.finding().town();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(finding(town).path("state").asString()).isNotEmpty());

    GATEWAY
        .as("district-supervisor", DISTRICT)
        .post()
        .uri("/api/v1/findings/f-sheet/confirmation")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{}")
        .exchange()
        .expectStatus()
        .isOk();

    assertThat(finding(town).path("state").asString()).isEqualTo("CONFIRMED");
  }

  @Test
  void whatTheTownWithdrewIsToldOfToWhoeverMayReadTheTown() {
    String id = UNIT + "/WECOM/withdrawn";
    var filed = filed(MAXIANG, UNIT, id, "误报的群", TODAY.minusDays(9));
    happens(event(id, 1, filed), event("f-error", 1, zombieOf(MAXIANG, "f-error", id, TODAY)));
    happens(event(id, 2, SampleEvents.withdrawn(filed)));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          JsonNode told = town("").path("withdrawals");
          assertThat(told.path("to").asString()).isEqualTo(TODAY.toString());
          assertThat(told.path("total").asInt()).isEqualTo(1);
          assertThat(told.path("whileOpen").asInt()).isEqualTo(1);
          JsonNode group = told.path("groups").path(0);
          assertThat(group.path("groupId").asString()).isEqualTo(id);
          assertThat(group.path("name").asString()).isEqualTo("误报的群");
          assertThat(group.path("withdrawnOn").asString()).isEqualTo(TODAY.toString());
          assertThat(group.path("by").path("role").asString()).isEqualTo("town-system");
          assertThat(group.path("by").has("subject")).isFalse();
          assertThat(group.path("openRules").path(0).asString()).isEqualTo("G-ZOMB");
        });
    assertThat(sheet().groups()).noneMatch(group -> group.groupId().equals(id));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          JsonNode row = overviewed("");
          assertThat(row.at("/withdrawn/total").asInt()).isEqualTo(1);
          assertThat(row.at("/withdrawn/latestOn").asString()).isEqualTo(TODAY.toString());
        });
    assertThat(overviewed("?asOf=" + TODAY.minusDays(1)).path("withdrawn").isNull()).isTrue();
    assertThat(town("?asOf=" + TODAY.minusDays(1)).path("withdrawals").path("total").asInt())
        .isZero();
  }

  private static JsonNode overviewed(String query) {
    return GatewayUnderTest.read(
            GATEWAY.as("district-supervisor", DISTRICT), "/api/v1/overview" + query)
        .path("towns")
        .valueStream()
        .filter(town -> town.path("code").asString().equals(MAXIANG))
        .findFirst()
        .orElseThrow()
        .path("row");
  }

  private static JsonNode town(String query) {
    return GatewayUnderTest.read(
        GATEWAY.as("town-office", MAXIANG), "/api/v1/towns/" + MAXIANG + query);
  }

  @Test
  void theDaysThatWereWrittenWithTheViewAreThoseOfTheHistory() {
    happens(group("days"));
    calculation.computeHistory(side, MAXIANG).block();

    List<TrendPoint> written =
        side.views().view(MAXIANG).map(StoredView::trend).blockOptional().orElseThrow();
    List<TrendPoint> days =
        side.days()
            .of(MAXIANG, TODAY.minusDays(TownCalculation.SPARK_DAYS - 1L), TODAY)
            .map(StoredView::row)
            .collectList()
            .map(TownTrends::of)
            .blockOptional()
            .orElseThrow();

    assertThat(written).hasSize(TownCalculation.SPARK_DAYS).isEqualTo(days);
  }

  private static InboundEvent group(String name) {
    String id = UNIT + "/WECOM/" + name;
    return event(id, 1, filed(MAXIANG, UNIT, id, name, TODAY.minusDays(9)));
  }

  private void happens(InboundEvent... events) {
    side.apply(List.of(events)).block();
  }

  private TownSheet sheet() {
    return towns.sheet(MAXIANG, null).blockOptional().orElseThrow();
  }

  private static long registered(TownSheet sheet) {
    return sheet.town().compliance().metrics().stream()
        .filter(metric -> metric.id().equals("M01"))
        .mapToLong(metric -> metric.numerator())
        .sum();
  }

  private static JsonNode finding(String town) {
    JsonNode answer =
        GatewayUnderTest.read(GATEWAY.as("district-supervisor", DISTRICT), "/api/v1/towns/" + town);
    for (JsonNode finding : answer.path("findings")) {
      if (finding.path("findingId").asString().equals("f-sheet")) {
        return finding;
      }
    }
    return answer.path("nothing");
  }
}
