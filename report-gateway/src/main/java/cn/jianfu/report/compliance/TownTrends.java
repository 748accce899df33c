package cn.jianfu.report.compliance;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.domain.Calculator;
import cn.jianfu.report.compliance.domain.Reports;
import cn.jianfu.report.compliance.domain.TownFacts;
import cn.jianfu.report.readside.ReadSide;
import cn.jianfu.report.readside.ReadSides;
import com.mongodb.client.model.Filters;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A town's days up to one day, with the median of all towns beside them. */
final class TownTrends {

  /** The median moves slowly, and reads every town's day: it may be this old. */
  private static final Duration MEDIANS_LAST = Duration.ofSeconds(60);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final ReadSides readSides;
  private final DistrictClock clock;
  private final Map<LocalDate, Mono<Map<LocalDate, BigDecimal>>> medians =
      new ConcurrentHashMap<>();

  TownTrends(ReadSides readSides, DistrictClock clock) {
    this.readSides = readSides;
    this.clock = clock;
  }

  /**
   * The days up to {@code to}; those that are not in the cache are computed from the facts. So are
   * older days than the cache is written anew for: what was corrected since is not in them.
   */
  Mono<List<TrendPoint>> of(ReadSide side, TownFacts facts, LocalDate to) {
    LocalDate from = to.minusDays(TownCalculation.SPARK_DAYS - 1L);
    LocalDate renewed = clock.today().minusDays(TownCalculation.SPARK_DAYS - 1L);
    return side.days()
        .of(facts.town(), from.isBefore(renewed) ? renewed : from, to)
        .map(StoredView::row)
        .collectList()
        .map(cached -> completed(of(cached), facts, from, to));
  }

  /** The same, where they were written with the town's view and end on that day. */
  Mono<List<TrendPoint>> of(
      ReadSide side, TownFacts facts, LocalDate to, List<TrendPoint> written) {
    boolean isWhole =
        written.size() == TownCalculation.SPARK_DAYS && written.getLast().day().equals(to);
    return isWhole ? Mono.just(written) : of(side, facts, to);
  }

  private static List<TrendPoint> completed(
      List<TrendPoint> cached, TownFacts facts, LocalDate from, LocalDate to) {
    Map<LocalDate, TrendPoint> byDay = new TreeMap<>();
    cached.forEach(point -> byDay.put(point.day(), point));
    Reports reports = new Reports(facts);
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

  /** With the median of all towns beside each day. */
  Mono<List<TrendPoint>> besideOthers(List<TrendPoint> town, LocalDate to) {
    return mediansUpTo(to)
        .map(of -> town.stream().map(point -> point.beside(of.get(point.day()))).toList());
  }

  private Mono<Map<LocalDate, BigDecimal>> mediansUpTo(LocalDate to) {
    if (medians.size() > TownCalculation.SPARK_DAYS) {
      medians.clear();
    }
    return medians.computeIfAbsent(
        to, day -> Mono.defer(() -> readMedians(day)).cache(MEDIANS_LAST));
  }

  private Mono<Map<LocalDate, BigDecimal>> readMedians(LocalDate to) {
    return readSides
        .active()
        .days()
        .rows(
            Filters.and(
                Filters.gte("day", to.minusDays(TownCalculation.SPARK_DAYS - 1L).toString()),
                Filters.lte("day", to.toString())))
        .map(StoredView::row)
        .collect(Collectors.groupingBy(TownRow::day, TreeMap::new, Collectors.toList()))
        .map(TownTrends::medians);
  }

  private static Map<LocalDate, BigDecimal> medians(Map<LocalDate, List<TownRow>> days) {
    Map<LocalDate, BigDecimal> medians = new TreeMap<>();
    days.forEach((day, rows) -> {
      BigDecimal median = median(rows);
      if (median != null) {
        medians.put(day, median);
      }
    });
    return medians;
  }

  private static @Nullable BigDecimal median(List<TownRow> rows) {
    List<BigDecimal> scores =
        rows.stream().map(TownRow::shownScore).filter(Objects::nonNull).sorted().toList();
    if (scores.isEmpty()) {
      return null;
    }
    BigDecimal upper = scores.get(scores.size() / 2);
    BigDecimal lower = scores.get((scores.size() - 1) / 2);
    return upper.add(lower).divide(TWO, 1, RoundingMode.HALF_UP);
  }
}
