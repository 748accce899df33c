package cn.jianfu.report.compliance;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.domain.Calculator;
import cn.jianfu.report.fact.TownTold;
import cn.jianfu.report.readside.ReadSides;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.reference.domain.OrgUnit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import reactor.core.publisher.Mono;

/** Has towns computed: at once where this instance touched them, soon where another did. */
public final class TownWork implements AutoCloseable {

  /**
   * Somebody looks at a view: it never rests, and the pause bounds the work, a few views a second
   * and town.
   */
  private static final int VIEWS_AT_ONCE = 4;

  /** Nobody waits for a history, which is ninety days long, hence a tenth of the time. */
  private static final int REST_OF_HISTORIES = 9;

  private final ReadSides readSides;
  private final Reference reference;
  private final DistrictClock clock;
  private final ComplianceProperties properties;
  private final ProjectionDelay delay;
  private final RecomputeWorker views;
  private final RecomputeWorker histories;

  TownWork(
      ReadSides readSides,
      TownCalculation calculation,
      Reference reference,
      DistrictClock clock,
      ComplianceProperties properties,
      ProjectionDelay delay,
      LongSupplier nanos) {
    this.readSides = readSides;
    this.reference = reference;
    this.clock = clock;
    this.properties = properties;
    this.delay = delay;
    this.views =
        new RecomputeWorker(
            "report-views",
            town -> delay.measured(town, calculation.compute(town)),
            properties.pause(),
            properties.timeout(),
            VIEWS_AT_ONCE,
            0,
            nanos);
    this.histories =
        new RecomputeWorker(
            "report-histories",
            calculation::computeHistory,
            properties.historyPause(),
            properties.timeout(),
            1,
            REST_OF_HISTORIES,
            nanos);
  }

  void start() {
    views.start();
    histories.start();
  }

  /** Events told of these towns: their facts were written, and the towns were marked. */
  public void told(Map<String, TownTold> towns) {
    delay.told(towns);
    views.touch(towns.keySet());
  }

  /** Marks a town, for a change that no event of another service tells of. */
  public Mono<Void> touch(Collection<String> towns) {
    return readSides.active().views().touch(towns).doOnSuccess(_ -> views.touch(towns));
  }

  /** Marks every town there is or should be, because what they all refer to has changed. */
  public Mono<Void> touchAll() {
    Set<String> towns = new TreeSet<>();
    reference.current().units().towns().stream().map(OrgUnit::orgCode).forEach(towns::add);
    return readSides
        .active()
        .views()
        .touchAll()
        .then(readSides.active().views().touch(towns))
        .then(findDue());
  }

  /** Finds what is due, whoever marked it. */
  Mono<Void> findDue() {
    return readSides.active().views().due().collectList().doOnNext(views::touch).then();
  }

  Mono<Void> findHistoryDue() {
    return readSides.active().views().historyDue().collectList().doOnNext(histories::touch).then();
  }

  /** A new day: groups fall silent and decisions fall due without any event. */
  Mono<Void> tick() {
    return readSides
        .active()
        .views()
        .touchOutdated(clock.today(), Calculator.FORMULA_VERSION)
        .filter(touched -> touched > 0)
        .flatMap(_ -> forget().then(findDue()));
  }

  private Mono<Void> forget() {
    LocalDate oldest = clock.today().minusDays(properties.windowDays());
    return readSides.active().facts().forgetBefore(YearMonth.from(oldest));
  }

  @Override
  public void close() {
    views.close();
    histories.close();
  }
}
