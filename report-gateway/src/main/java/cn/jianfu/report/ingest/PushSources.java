package cn.jianfu.report.ingest;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.domain.PushFact;
import cn.jianfu.report.ingest.IngestStatus.DeclinedStatus;
import cn.jianfu.report.ingest.IngestStatus.SourceStatus;
import cn.jianfu.report.readside.ReadSide;
import cn.jianfu.report.reference.Reference;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/** What became of the events of each source, in the days in which reports count as fresh. */
final class PushSources {

  private final Reference reference;
  private final DistrictClock clock;

  PushSources(Reference reference, DistrictClock clock) {
    this.reference = reference;
    this.clock = clock;
  }

  /** The first of the days; today when no rules say how many they are. */
  LocalDate since() {
    LocalDate today = clock.today();
    return reference
        .current()
        .ruleSets()
        .inForceOn(today)
        .map(rules -> rules.threshold("data.freshDays").intValue())
        .map(days -> today.minusDays(days - 1L))
        .orElse(today);
  }

  /** The sources of a town, those with the most declined events first. */
  Mono<List<SourceStatus>> of(ReadSide side, String town) {
    return of(side, town, since());
  }

  Mono<List<SourceStatus>> of(ReadSide side, String town, LocalDate since) {
    return side.facts()
        .pushesOf(town, YearMonth.from(since))
        .collectList()
        .map(facts -> statuses(facts, since, clock.today()));
  }

  static List<SourceStatus> statuses(List<PushFact> facts, LocalDate since, LocalDate today) {
    record From(String unit, String source) {}
    Map<From, PushFact.OnDay> bySource =
        new TreeMap<>(Comparator.comparing(From::unit).thenComparing(From::source));
    facts.forEach(fact ->
        bySource.merge(
            new From(fact.unit(), fact.source()),
            fact.between(since, today),
            PushFact.OnDay::plus));
    return bySource.entrySet().stream()
        .filter(each -> each.getValue().events() > 0)
        .map(each -> status(each.getKey().unit(), each.getKey().source(), each.getValue()))
        .sorted(Comparator.comparingLong(SourceStatus::declined).reversed())
        .toList();
  }

  private static SourceStatus status(String unit, String source, PushFact.OnDay pushed) {
    return new SourceStatus(
        source,
        unit,
        pushed.lastAt(),
        pushed.accepted(),
        pushed.unchanged(),
        pushed.declinedEvents(),
        pushed.lagMinutes(),
        pushed.declined().stream()
            .sorted(Comparator.comparingLong(PushFact.Declined::events).reversed())
            .map(it -> new DeclinedStatus(it.reason(), it.events(), it.zh(), it.en()))
            .toList());
  }
}
