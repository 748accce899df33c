package cn.jianfu.report;

import static cn.jianfu.report.GatewayUnderTest.MAXIANG;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.SampleEvents.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.contracts.group.DeclinedEventV1;
import cn.jianfu.contracts.group.DeclinedPushesV1;
import cn.jianfu.contracts.group.PushesCountedV1;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What became of pushed events, as a town and the district are told it. */
class PushSourcesTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
  private static final String SOURCE = "/towns/350213101000/declines";
  private static final String TOLD = "/towns/350213101000/told";
  private static final String SILENT = "/towns/350213101000/silent";
  private static final String DECLINED = "/towns/350213101000/declined-only";
  private static final String GIVEN_UP = "/towns/350213101000/given-up";
  private static final String EXCUSES = "/towns/350213101000/excuses";

  @BeforeAll
  static void aSourceHasPushed() {
    TestUnits.putInto(GATEWAY);
    try (GroupServiceDouble groupService = GATEWAY.groupService()) {
      groupService.says("pushes/today", pushed(TODAY, 10, 2));
      groupService.says("pushes/before", pushed(TODAY.minusDays(6), 5, 1));
      groupService.says("pushes/long-ago", pushed(TODAY.minusDays(7), 100, 50));
      groupService.says("pushes/told-today", told(TODAY, 4));
      groupService.says("pushes/told-before", told(TODAY.minusDays(1), 3));
      groupService.says("pushes/silent", pushed(SILENT, TODAY.minusDays(7), 3, 1));
      groupService.says("pushes/silent-before", pushed(SILENT, TODAY.minusDays(100), 3, 0));
      groupService.says("pushes/declined-only", pushed(DECLINED, TODAY.minusDays(7), 0, 4));
      groupService.says("pushes/given-up", pushed(GIVEN_UP, TODAY.minusDays(120), 3, 0));
      groupService.says("pushes/excuses", pushed(EXCUSES, TODAY.minusDays(119), 3, 0));
    }
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(source(XINDIAN).path("accepted").asInt()).isEqualTo(15));
  }

  @Test
  void theLastSevenDaysAreAddedUpWithTheReasonsInWords() {
    JsonNode source = source(XINDIAN);

    assertThat(source.path("declined").asInt()).isEqualTo(3);
    assertThat(source.path("lagMinutes").asInt()).isEqualTo(2);
    assertThat(source.at("/reasons/0/reasonZh").asString()).isEqualTo("不符合要求");
    assertThat(source.at("/reasons/0/events").asInt()).isEqualTo(3);
  }

  @Test
  void aSourceThatWasHeardAndNotOfLateIsShownWithItsLastEventAndNothingSince() {
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(status(XINDIAN).toString()).contains(EXCUSES));
    JsonNode silent = source(XINDIAN, SILENT);

    assertThat(silent.path("accepted").asInt()).isZero();
    assertThat(silent.path("declined").asInt()).isZero();
    assertThat(silent.path("reasons")).isEmpty();
    assertThat(silent.path("lastAt").asString()).startsWith(TODAY.minusDays(7).toString());
    assertThat(status(XINDIAN).toString()).doesNotContain(DECLINED).doesNotContain(GIVEN_UP);
  }

  @Test
  void ofTheDaysTogetherTheLatestFiveOfAReasonAreTold() {
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () -> assertThat(source(XINDIAN, TOLD).path("declined").asInt()).isEqualTo(7));
    JsonNode latest = source(XINDIAN, TOLD).at("/reasons/0/latest");

    assertThat(latest.valueStream().map(it -> it.path("id").asString()))
        .containsExactly(
            TODAY + "-4", TODAY + "-3", TODAY + "-2", TODAY + "-1", TODAY.minusDays(1) + "-3");
    assertThat(latest.at("/0/type").asString()).isEqualTo("town.group-filed.v1");
    assertThat(latest.at("/0/group").asString()).isEqualTo(XINDIAN + "/WECOM/wr-told");
    assertThat(latest.at("/0/at").asString()).startsWith(TODAY + "T04:04");
  }

  @Test
  void countsOfBeforeTellNoEvents() {
    assertThat(source(XINDIAN).at("/reasons/0/latest")).isEmpty();
  }

  @Test
  void anotherTownIsToldNothingOfThem() {
    assertThat(status(MAXIANG).toString()).doesNotContain(SOURCE).doesNotContain(XINDIAN);
  }

  private static JsonNode source(String town) {
    return source(town, SOURCE);
  }

  private static JsonNode source(String town, String name) {
    for (JsonNode known : status(town).path("towns")) {
      for (JsonNode source : known.path("sources")) {
        if (source.path("source").asString().equals(name)) {
          return source;
        }
      }
    }
    throw new AssertionError(name + " is not known yet");
  }

  private static JsonNode status(String town) {
    return GatewayUnderTest.read(GATEWAY.as("town-office", town), "/api/v1/ingest-status");
  }

  /** A day on which so many events were declined, one a minute. */
  private static PushesCountedV1 told(LocalDate day, int declined) {
    List<DeclinedEventV1> latest =
        IntStream.iterate(declined, it -> it > 0, it -> it - 1)
            .mapToObj(it ->
                new DeclinedEventV1(
                    day + "-" + it,
                    "town.group-filed.v1",
                    XINDIAN + "/WECOM/wr-told",
                    day.atTime(4, it).toInstant(ZoneOffset.UTC)))
            .toList();
    return new PushesCountedV1(
        TOLD,
        XINDIAN,
        XINDIAN,
        day,
        0,
        0,
        List.of(new DeclinedPushesV1("web.invalid", declined, "不符合要求", "invalid", latest)),
        0,
        0,
        day.atTime(4, declined).toInstant(ZoneOffset.UTC));
  }

  private static PushesCountedV1 pushed(LocalDate day, long accepted, long declined) {
    return pushed(SOURCE, day, accepted, declined);
  }

  private static PushesCountedV1 pushed(
      String source, LocalDate day, long accepted, long declined) {
    return new PushesCountedV1(
        source,
        XINDIAN,
        XINDIAN,
        day,
        accepted,
        0,
        List.of(new DeclinedPushesV1("web.invalid", declined, "不符合要求", "invalid", null)),
        accepted,
        accepted * 120,
        day.atTime(4, 0).toInstant(ZoneOffset.UTC));
  }
}
