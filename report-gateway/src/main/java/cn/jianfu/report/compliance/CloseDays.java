package cn.jianfu.report.compliance;

import cn.jianfu.messaging.job.JobLease;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.closing.CaughtUp;
import cn.jianfu.report.closing.DayClosings;
import cn.jianfu.report.closing.domain.DayClosing;
import cn.jianfu.report.closing.domain.DueDays;
import cn.jianfu.report.compliance.domain.Calculator;
import cn.jianfu.report.compliance.domain.TownFacts;
import cn.jianfu.report.reference.domain.OrgUnit;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Closes the days that are over, each town's once, and makes up for what was missed. */
final class CloseDays {

  private static final Logger LOG = LoggerFactory.getLogger(CloseDays.class);
  private static final String JOB = "day-closings";
  private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(2);

  private final Supplier<List<OrgUnit>> towns;
  private final Function<String, Mono<TownFacts>> facts;
  private final DayClosings closings;
  private final CaughtUp caughtUp;
  private final JobLease lease;
  private final DistrictClock clock;
  private final ClosingProperties properties;

  /** Up to which day each town is known to be closed, so that the store is not asked each time. */
  private final Map<String, LocalDate> closedUpTo = new ConcurrentHashMap<>();

  CloseDays(
      Supplier<List<OrgUnit>> towns,
      Function<String, Mono<TownFacts>> facts,
      DayClosings closings,
      CaughtUp caughtUp,
      JobLease lease,
      DistrictClock clock,
      ClosingProperties properties) {
    this.towns = towns;
    this.facts = facts;
    this.closings = closings;
    this.caughtUp = caughtUp;
    this.lease = lease;
    this.clock = clock;
    this.properties = properties;
  }

  /** Closes what is due; nothing before everything is read that was said of these days. */
  Mono<Void> tick() {
    LocalDate over = clock.dayOf(clock.now().minus(properties.after())).minusDays(1);
    List<OrgUnit> open = towns.get().stream().filter(town -> isOpen(town, over)).toList();
    return open.isEmpty()
        ? Mono.empty()
        : caughtUp
            .with(over.toString())
            .filter(Boolean::booleanValue)
            .flatMap(_ -> lease.exclusively(JOB, SIGN_OF_LIFE, () -> closeAll(open, over)))
            .then();
  }

  private boolean isOpen(OrgUnit town, LocalDate over) {
    return closedUpTo.getOrDefault(town.orgCode(), LocalDate.MIN).isBefore(over);
  }

  private Mono<Boolean> closeAll(List<OrgUnit> open, LocalDate over) {
    return Flux.fromIterable(open).concatMap(town -> close(town, over)).then(Mono.just(true));
  }

  private Mono<Void> close(OrgUnit town, LocalDate over) {
    return closings
        .lastDay(town.orgCode())
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .map(last -> due(town, last.orElse(null), over))
        .flatMap(days -> days.isEmpty() ? Mono.empty() : close(town, days, over))
        .doOnSuccess(_ -> closedUpTo.put(town.orgCode(), over));
  }

  private List<LocalDate> due(OrgUnit town, @Nullable LocalDate last, LocalDate over) {
    return DueDays.of(last, over, properties.madeUp()).stream().filter(town::openOn).toList();
  }

  // Oldest first: a day is closed after every day before it, whenever this is interrupted.
  private Mono<Void> close(OrgUnit town, List<LocalDate> days, LocalDate over) {
    return facts
        .apply(town.orgCode())
        .flatMapMany(known ->
            Flux.fromStream(days.stream().filter(day -> isShown(town, known, day)))
                .concatMap(day -> closings.close(closed(known, day, over))))
        .filter(Boolean::booleanValue)
        .count()
        .doOnNext(count -> LOG.debug("{}: {} days closed", town.orgCode(), count))
        .then();
  }

  /** What the overview shows: of departments without groups there is nothing to keep. */
  private static boolean isShown(OrgUnit place, TownFacts known, LocalDate day) {
    return !place.isDepartments() || known.groupsKnownBy(day) > 0;
  }

  private DayClosing closed(TownFacts known, LocalDate day, LocalDate over) {
    return new DayClosing(
        Calculator.of(known, day), clock.now().truncatedTo(ChronoUnit.MILLIS), day.isBefore(over));
  }
}
