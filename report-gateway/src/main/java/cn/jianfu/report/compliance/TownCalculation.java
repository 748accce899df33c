package cn.jianfu.report.compliance;

import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.domain.Calculator;
import cn.jianfu.report.compliance.domain.Reports;
import cn.jianfu.report.compliance.domain.TownCompliance;
import cn.jianfu.report.compliance.domain.TownFacts;
import cn.jianfu.report.readside.ReadSide;
import cn.jianfu.report.readside.ReadSides;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Computes a town's view and its history: reads the count first, then the facts. */
public final class TownCalculation {

  private static final Logger LOG = LoggerFactory.getLogger(TownCalculation.class);

  /** Days of the small curve beside a town's name. */
  static final int SPARK_DAYS = 90;

  private final ReadSides readSides;
  private final TownFactsReader facts;
  private final DistrictClock clock;
  private final TownAnnouncements announcements;

  TownCalculation(
      ReadSides readSides,
      TownFactsReader facts,
      DistrictClock clock,
      TownAnnouncements announcements) {
    this.readSides = readSides;
    this.facts = facts;
    this.clock = clock;
    this.announcements = announcements;
  }

  /** Computes the view of today, unless one of later facts is there already. */
  Mono<Void> compute(String town) {
    ReadSide side = readSides.active();
    return compute(side, town)
        .doOnNext(
            version -> announcements.written(new TownAnnouncement(town, version, clock.now())))
        .then();
  }

  /** The same in a generation that nobody looks at yet; the version of what was written. */
  public Mono<Long> compute(ReadSide side, String town) {
    return side.views()
        .dirty(town)
        .flatMap(
            dirty -> facts.read(side.facts(), town).flatMap(known -> write(side, dirty, known)));
  }

  private Mono<Long> write(ReadSide side, long dirty, TownFacts known) {
    TownCompliance compliance = Calculator.of(known, clock.today());
    return side.views()
        .write(
            compliance.town(),
            dirty,
            compliance.asOf(),
            compliance.formulaVersion(),
            clock.now(),
            EventJson.write(TownRow.of(known, compliance)),
            EventJson.write(compliance));
  }

  /** Computes the days up to today again. */
  public Mono<Void> computeHistory(ReadSide side, String town) {
    return side.views()
        .dirty(town)
        .flatMap(dirty ->
            facts
                .readWhole(side.facts(), town)
                .flatMap(known -> {
                  NavigableMap<LocalDate, TownRow> rows = days(known);
                  return side.days()
                      .write(town, written(rows))
                      .then(
                          side.views()
                              .writeHistory(
                                  town,
                                  dirty,
                                  rows.lastKey(),
                                  EventJson.write(spark(rows)),
                                  EventJson.write(TownTrends.of(rows.values()))))
                      .then(compared(side, known, dirty));
                }));
  }

  /** A view that was computed from the same facts, read as they changed, says the same. */
  private Mono<Void> compared(ReadSide side, TownFacts known, long dirty) {
    LocalDate today = clock.today();
    return side.views()
        .view(known.town())
        .filter(view ->
            Objects.equals(view.getLong("computedFrom"), dirty)
                && today.toString().equals(view.getString("day"))
                && !EventJson.write(Calculator.of(known, today))
                    .equals(view.getString("compliance")))
        .flatMap(_ -> {
          // Or the facts have changed meanwhile, and it is computed once more than needed.
          LOG.info("the view of {} is computed again: it may have missed a write", known.town());
          return side.views().touch(List.of(known.town()));
        });
  }

  /** History of a town on the generation that answers. */
  Mono<Void> computeHistory(String town) {
    return computeHistory(readSides.active(), town);
  }

  private NavigableMap<LocalDate, TownRow> days(TownFacts known) {
    LocalDate today = clock.today();
    NavigableMap<LocalDate, TownRow> rows = new TreeMap<>();
    Reports reports = new Reports(known);
    today
        .minusDays(SPARK_DAYS - 1L)
        .datesUntil(today.plusDays(1))
        .forEach(day -> rows.put(day, TownRow.of(known, reports, day)));
    return rows;
  }

  private static Map<LocalDate, String> written(Map<LocalDate, TownRow> rows) {
    Map<LocalDate, String> written = new TreeMap<>();
    rows.forEach((day, row) -> written.put(day, EventJson.write(row)));
    return written;
  }

  private static List<@Nullable BigDecimal> spark(Map<LocalDate, TownRow> rows) {
    List<@Nullable BigDecimal> spark = new ArrayList<>();
    rows.values().forEach(row -> spark.add(row.shownScore()));
    return spark;
  }
}
