package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.domain.DayCounters;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingChartsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Test
  void aDayWithoutCountersIsAGapAndNotANought() {
    var chart =
        FindingCharts.of(
                "G-ZOMB", Map.of(), Map.of(TODAY, SampleFindingPages.counters(9, Map.of())), TODAY)
            .orElseThrow();

    assertThat(chart.series()).containsExactly("messages", "activeSenders");
    assertThat(chart.lines()).hasSize(120);
    assertThat(chart.lines().getLast().values()).containsExactly(9, 3);
    assertThat(chart.lines().getFirst().values()).containsExactly(null, null);
    assertThat(chart.known()).hasSize(1);
  }

  @Test
  void aCounterThatIsNotSentIsAGapAndWhereNoneIsNothingIsDrawn() {
    DayCounters part = new DayCounters(9, 3, 0, 0, 0, 4, null, 0, null, 0, 0, 0, Map.of());

    assertThat(
            FindingCharts.of("G-DRIFT", Map.of(), Map.of(TODAY, part), TODAY)
                .orElseThrow()
                .lines()
                .getLast()
                .values())
        .containsExactly(9, 4, null);
    assertThat(FindingCharts.of("G-DUMP", Map.of(), Map.of(TODAY, part), TODAY)).isEmpty();
  }

  @Test
  void hoursAreAddedUpOverTheWindowOnly() {
    var chart =
        FindingCharts.of(
                "G-HOURS",
                Map.of("lastOn", TODAY.toString(), "windowDays", 28),
                Map.of(
                    TODAY,
                    SampleFindingPages.counters(1, Map.of(22, 2, 8, 1)),
                    TODAY.minusDays(27),
                    SampleFindingPages.counters(1, Map.of(22, 3)),
                    TODAY.minusDays(28),
                    SampleFindingPages.counters(1, Map.of(22, 50)),
                    TODAY.plusDays(1),
                    SampleFindingPages.counters(1, Map.of(22, 50))),
                TODAY.plusDays(40))
            .orElseThrow();

    assertThat(chart.byHour()).isTrue();
    assertThat(chart.lines()).hasSize(24);
    assertThat(chart.lines().get(22).at()).isEqualTo("22:00");
    assertThat(chart.lines().get(22).values()).containsExactly(5);
    assertThat(chart.lines().get(8).values()).containsExactly(1);
  }

  @Test
  void nothingIsDrawnWhereNothingWasCountedOrTheRuleLooksAtNoCounters() {
    assertThat(FindingCharts.of("G-ZOMB", Map.of(), Map.of(), TODAY)).isEmpty();
    assertThat(FindingCharts.of("G-HOURS", Map.of(), Map.of(), TODAY)).isEmpty();
    assertThat(FindingCharts.of("G-UNIT", Map.of(), SampleFindingPages.days(), TODAY)).isEmpty();
  }
}
