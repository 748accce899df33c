package cn.jianfu.report.compliance;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.domain.Calculator;
import cn.jianfu.report.compliance.domain.Reports;
import cn.jianfu.report.compliance.domain.TownFacts;
import cn.jianfu.report.readside.ReadSide;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/** A town's days up to one day. */
final class TownTrends {

  private final DistrictClock clock;

  TownTrends(DistrictClock clock) {
    this.clock = clock;
  }

  /**
   * The days up to {@code to}; those that are not in the cache are computed from the facts. So are
   * older days than the cache is written anew for: what was corrected since is not in them.
   *
   * @param reports of the facts
   */
  Mono<List<TrendPoint>> of(ReadSide side, TownFacts facts, Reports reports, LocalDate to) {
    LocalDate from = to.minusDays(TownCalculation.SPARK_DAYS - 1L);
    LocalDate renewed = clock.today().minusDays(TownCalculation.SPARK_DAYS - 1L);
    return side.days()
        .of(facts.town(), from.isBefore(renewed) ? renewed : from, to)
        .map(StoredView::row)
        .collectList()
        .map(cached -> completed(of(cached), facts, reports, from, to));
  }

  /** The same, where they were written with the town's view and end on that day. */
  Mono<List<TrendPoint>> of(
      ReadSide side, TownFacts facts, Reports reports, LocalDate to, List<TrendPoint> written) {
    boolean isWhole =
        written.size() == TownCalculation.SPARK_DAYS && written.getLast().day().equals(to);
    return isWhole ? Mono.just(written) : of(side, facts, reports, to);
  }

  private static List<TrendPoint> completed(
      List<TrendPoint> cached, TownFacts facts, Reports reports, LocalDate from, LocalDate to) {
    Map<LocalDate, TrendPoint> byDay = new TreeMap<>();
    cached.forEach(point -> byDay.put(point.day(), point));
    from.datesUntil(to.plusDays(1))
        .forEach(day -> byDay.computeIfAbsent(day, it -> point(facts, reports, it)));
    return List.copyOf(byDay.values());
  }

  private static TrendPoint point(TownFacts facts, Reports reports, LocalDate day) {
    return TrendPoint.of(
        day, Calculator.standing(facts, reports, day), Calculator.coverage(facts, reports, day));
  }

  /** What a curve shows of these days: the town alone. */
  static List<TrendPoint> of(Collection<TownRow> rows) {
    return rows.stream()
        .map(row -> new TrendPoint(row.day(), row.band(), row.shownScore(), row.coverage(), null))
        .toList();
  }
}
