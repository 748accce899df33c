package cn.jianfu.report.compliance;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.readside.ReadSide;
import com.mongodb.client.model.Filters;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The median of all towns beside each day of a town's curve. */
final class TownMedians {

  /** The median moves slowly, and is of every town: it may be this old. */
  private static final Duration LAST = Duration.ofSeconds(60);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final Supplier<ReadSide> active;
  private final TownRows rows;
  private final Supplier<List<String>> towns;
  private final DistrictClock clock;
  private final Map<LocalDate, Mono<Map<LocalDate, BigDecimal>>> known = new ConcurrentHashMap<>();

  /**
   * @param active the generation that answers
   * @param towns codes of all towns
   */
  TownMedians(
      Supplier<ReadSide> active, TownRows rows, Supplier<List<String>> towns, DistrictClock clock) {
    this.active = active;
    this.rows = rows;
    this.towns = towns;
    this.clock = clock;
  }

  /** The days of a town with the median of all towns beside each. */
  Mono<List<TrendPoint>> beside(List<TrendPoint> town, LocalDate to) {
    return upTo(to)
        .map(of -> town.stream().map(point -> point.beside(of.get(point.day()))).toList());
  }

  private Mono<Map<LocalDate, BigDecimal>> upTo(LocalDate to) {
    if (known.size() > TownCalculation.SPARK_DAYS) {
      known.clear();
    }
    return known.computeIfAbsent(
        to, day -> Mono.defer(() -> read(day)).map(TownMedians::medians).cache(LAST));
  }

  private Mono<Map<LocalDate, List<BigDecimal>>> read(LocalDate to) {
    ReadSide side = active.get();
    return to.equals(clock.today()) ? ofCurves(side, to) : ofDays(side, to);
  }

  /** Up to today, the overview's small curves say it all, and are mostly known. */
  private Mono<Map<LocalDate, List<BigDecimal>>> ofCurves(ReadSide side, LocalDate to) {
    return rows.of(side, towns.get())
        .map(Map::values)
        .flatMap(all ->
            all.stream().allMatch(TownMedians::saysItsDays)
                ? Mono.just(scores(all, first(to)))
                : ofDays(side, to));
  }

  /** A curve that was written before curves said their days says them the next morning. */
  private static boolean saysItsDays(TownRows.Row town) {
    return town.spark().isEmpty() || town.sparkEnds() != null;
  }

  private static Map<LocalDate, List<BigDecimal>> scores(
      Collection<TownRows.Row> towns, LocalDate from) {
    Map<LocalDate, List<BigDecimal>> scores = new TreeMap<>();
    for (TownRows.Row town : towns) {
      LocalDate day = town.sparkEnds();
      for (@Nullable BigDecimal score : town.spark().reversed()) {
        if (day != null && !day.isBefore(from)) {
          add(scores, day, score);
          day = day.minusDays(1);
        }
      }
    }
    return scores;
  }

  private Mono<Map<LocalDate, List<BigDecimal>>> ofDays(ReadSide side, LocalDate to) {
    Set<String> towns = Set.copyOf(this.towns.get());
    return side.days()
        .rows(
            Filters.and(
                Filters.gte("day", first(to).toString()), Filters.lte("day", to.toString())))
        .map(StoredView::row)
        .filter(row -> towns.contains(row.town()))
        .collect(TreeMap::new, (scores, row) -> add(scores, row.day(), row.shownScore()));
  }

  private static LocalDate first(LocalDate to) {
    return to.minusDays(TownCalculation.SPARK_DAYS - 1L);
  }

  private static void add(
      Map<LocalDate, List<BigDecimal>> scores, LocalDate day, @Nullable BigDecimal score) {
    if (score != null) {
      scores.computeIfAbsent(day, _ -> new ArrayList<>()).add(score);
    }
  }

  private static Map<LocalDate, BigDecimal> medians(Map<LocalDate, List<BigDecimal>> scores) {
    Map<LocalDate, BigDecimal> medians = new TreeMap<>();
    scores.forEach((day, of) -> medians.put(day, median(of.stream().sorted().toList())));
    return medians;
  }

  private static BigDecimal median(List<BigDecimal> sorted) {
    BigDecimal upper = sorted.get(sorted.size() / 2);
    BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
    return upper.add(lower).divide(TWO, 1, RoundingMode.HALF_UP);
  }
}
