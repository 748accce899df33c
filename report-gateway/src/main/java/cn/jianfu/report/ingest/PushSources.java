package cn.jianfu.report.ingest;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.domain.PushFact;
import cn.jianfu.report.ingest.IngestStatus.DeclinedEventStatus;
import cn.jianfu.report.ingest.IngestStatus.DeclinedStatus;
import cn.jianfu.report.ingest.IngestStatus.SourceStatus;
import cn.jianfu.report.readside.ReadSide;
import cn.jianfu.report.reference.Reference;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
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
    return back("data.freshDays", 1);
  }

  /** How long a source that was given up excuses the groups that it alone reported. */
  private LocalDate heardFrom() {
    return back("zombie.idleDays", 2);
  }

  private LocalDate back(String days, int times) {
    LocalDate today = clock.today();
    return reference
        .current()
        .ruleSets()
        .inForceOn(today)
        .map(rules -> times * rules.threshold(days).longValue())
        .map(all -> today.minusDays(all - 1))
        .orElse(today);
  }

  /**
   * The sources of a town: those that have been heard and not of late, then the others, those with
   * the most declined events first.
   */
  Mono<List<SourceStatus>> of(ReadSide side, String town) {
    return known(
        side,
        town,
        heardFrom(),
        facts ->
            Stream.concat(
                    silent(facts, heardFrom(), since()).stream(),
                    statuses(facts, since(), clock.today()).stream())
                .toList());
  }

  Mono<List<SourceStatus>> of(ReadSide side, String town, LocalDate since) {
    return known(side, town, since, facts -> statuses(facts, since, clock.today()));
  }

  private static Mono<List<SourceStatus>> known(
      ReadSide side,
      String town,
      LocalDate since,
      Function<List<PushFact>, List<SourceStatus>> statuses) {
    return side.facts().pushesOf(town, YearMonth.from(since)).collectList().map(statuses);
  }

  static List<SourceStatus> statuses(List<PushFact> facts, LocalDate since, LocalDate today) {
    return bySource(facts, since, today).entrySet().stream()
        .map(each -> status(each.getKey(), each.getValue()))
        .sorted(Comparator.comparingLong(SourceStatus::declined).reversed())
        .toList();
  }

  /** Those of which something was taken before that day, and that have said nothing since. */
  static List<SourceStatus> silent(List<PushFact> facts, LocalDate heardFrom, LocalDate since) {
    Set<From> alive = bySource(facts, since, LocalDate.MAX).keySet();
    return bySource(facts, heardFrom, since.minusDays(1)).entrySet().stream()
        .filter(each -> each.getKey().isOne() && each.getValue().accepted() > 0)
        .filter(each -> !alive.contains(each.getKey()))
        .map(each -> status(each.getKey(), nothingSince(each.getValue())))
        .toList();
  }

  private static PushFact.OnDay nothingSince(PushFact.OnDay before) {
    return new PushFact.OnDay(0, 0, List.of(), 0, 0, before.lastAt());
  }

  private record From(String unit, String source) {

    private static final Comparator<From> IN_ORDER =
        Comparator.comparing(From::unit).thenComparing(From::source);

    /**
     * And not the events that name none, or all those beyond a number; nor an account, which may
     * have written what is written once a year.
     */
    boolean isOne() {
      return !source.isEmpty() && !source.equals("*") && !source.contains("#");
    }
  }

  /** What became of each source's events on these days, where there are any. */
  private static Map<From, PushFact.OnDay> bySource(
      List<PushFact> facts, LocalDate from, LocalDate to) {
    Map<From, PushFact.OnDay> bySource = new TreeMap<>(From.IN_ORDER);
    for (PushFact fact : facts) {
      PushFact.OnDay pushed = fact.between(from, to);
      if (pushed.events() > 0) {
        bySource.merge(new From(fact.unit(), fact.source()), pushed, PushFact.OnDay::plus);
      }
    }
    return bySource;
  }

  private static SourceStatus status(From from, PushFact.OnDay pushed) {
    return new SourceStatus(
        from.source(),
        from.unit(),
        pushed.lastAt(),
        pushed.accepted(),
        pushed.unchanged(),
        pushed.declinedEvents(),
        pushed.lagMinutes(),
        pushed.declined().stream()
            .sorted(Comparator.comparingLong(PushFact.Declined::events).reversed())
            .map(PushSources::declined)
            .toList());
  }

  private static DeclinedStatus declined(PushFact.Declined it) {
    return new DeclinedStatus(
        it.reason(),
        it.events(),
        it.zh(),
        it.en(),
        it.latest().stream()
            .map(event ->
                new DeclinedEventStatus(event.id(), event.type(), event.group(), event.at()))
            .toList());
  }
}
