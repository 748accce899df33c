package cn.jianfu.report.compliance;

import static cn.jianfu.report.SampleEvents.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.Heard;
import cn.jianfu.report.TestDatabases;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.domain.Band;
import cn.jianfu.report.fact.Facts;
import cn.jianfu.report.readside.ReadSide;
import cn.jianfu.report.readside.TownDays;
import cn.jianfu.report.readside.TownViews;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class TownMediansTest {

  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final LocalDate BEFORE = TODAY.minusDays(2);

  private final MongoDatabase database = TestDatabases.fresh();
  private final ReadSide side =
      new ReadSide(
          0,
          new Facts(database, "", Heard::dayOf, Heard.MACHINE),
          new TownViews(database, ""),
          new TownDays(database, ""));
  private final TownMedians medians =
      new TownMedians(
          () -> side,
          new TownRows(),
          () -> List.of("a", "b", "silent", "unknown"),
          GatewayUnderTest.shared().context().getBean(DistrictClock.class));

  @Test
  void ofEachDayCountTheTownsWhoseCurvesHaveIt() {
    curve("a", TODAY, "[90.0,null,70.0]");
    curve("b", YESTERDAY, "[60.0,80.0]");
    side.views().touch(List.of("silent")).block();

    assertThat(upToToday()).containsExactly(dec("75.0"), dec("80.0"), dec("70.0"));
  }

  @Test
  void aCurveThatDoesNotSayItsDaysIsLookedUpInThem() {
    curve("a", TODAY, "[90.0,80.0,70.0]");
    Mono.from(
            database
                .getCollection("town_views")
                .updateOne(Filters.eq("_id", "a"), Updates.unset("historyDay")))
        .block();
    side.days()
        .write("a", Map.of(TODAY, day("a", TODAY, "50.0"), BEFORE, day("a", BEFORE, "40.0")))
        .block();

    assertThat(upToToday()).containsExactly(dec("40.0"), null, dec("50.0"));
  }

  /** Small curves end today; of a day that is over the days are asked. */
  @Test
  void upToADayThatIsOverTheDaysAreAsked() {
    curve("a", TODAY, "[90.0,80.0,70.0]");
    side.days().write("a", Map.of(YESTERDAY, day("a", YESTERDAY, "50.0"))).block();
    side.days().write("no town", Map.of(YESTERDAY, day("no town", YESTERDAY, "10.0"))).block();

    assertThat(upTo(YESTERDAY)).containsExactly(null, dec("50.0"), null);
  }

  private void curve(String town, LocalDate ends, String scores) {
    side.views().touch(List.of(town)).block();
    side.views().writeHistory(town, 1, ends, scores, "[]").block();
  }

  private List<@Nullable BigDecimal> upToToday() {
    return upTo(TODAY);
  }

  private List<@Nullable BigDecimal> upTo(LocalDate to) {
    List<TrendPoint> town =
        List.of(BEFORE, YESTERDAY, TODAY).stream()
            .map(day -> new TrendPoint(day, Band.GREEN, null, null, null))
            .toList();
    return Objects.requireNonNull(medians.beside(town, to).block()).stream()
        .<@Nullable BigDecimal>map(TrendPoint::median)
        .toList();
  }

  private static String day(String town, LocalDate day, String score) {
    return EventJson.write(
        new TownRow(
            town,
            day,
            null,
            Band.GREEN,
            null,
            dec(score),
            dec(score),
            null,
            null,
            Map.of(),
            0,
            Map.of(),
            List.of(),
            null,
            1L));
  }

  private static BigDecimal dec(String number) {
    return new BigDecimal(number);
  }
}
