package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.TownCompliances;
import cn.jianfu.report.compliance.TownSummary;
import cn.jianfu.report.compliance.domain.Band;
import cn.jianfu.report.finding.FindingDesk;
import cn.jianfu.report.finding.FindingOrder;
import cn.jianfu.report.finding.FindingQuery;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.ingest.IngestStatuses;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.scope.UnitScope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what an inbox is made of from the read side; only unit's words are asked for elsewhere. */
@Component
class GatewayInbox implements InboxSource {

  private static final FindingOrder OLDEST_FIRST = new FindingOrder(false, List.of());

  /** 阻断, 严重, 一般. */
  private static final List<String> GRAVEST_FIRST = List.of("B", "M", "m");

  private static final InboxFacts.Queue NOTHING = new InboxFacts.Queue(0, List.of());

  private final InboxWords words;
  private final TownCompliances towns;
  private final FindingDesk desk;
  private final IngestStatuses ingest;
  private final Reference reference;
  private final DistrictClock clock;

  GatewayInbox(
      ConsoleSource source,
      TownCompliances towns,
      FindingDesk desk,
      IngestStatuses ingest,
      Reference reference,
      DistrictClock clock) {
    this.words = new InboxWords(source);
    this.towns = towns;
    this.desk = desk;
    this.ingest = ingest;
    this.reference = reference;
    this.clock = clock;
  }

  @Override
  public Mono<InboxPage> inbox(UnitVisit visit) {
    var names = new Names(reference.current(), clock.today());
    var user = visit.user();
    var office =
        user.scope().wholeDistrict() ? Mono.<InboxFacts.Office>empty() : office(visit, names);
    var judging = user.mayJudge() ? judging(names) : Mono.<InboxFacts.Judging>empty();
    var watch = user.scope().wholeDistrict() ? watch(user, names) : Mono.<InboxFacts.Watch>empty();
    return Mono.zip(maybe(office), maybe(judging), maybe(watch))
        .map(all ->
            InboxMapping.page(
                new InboxFacts(
                    names,
                    unitOf(user),
                    all.getT1().orElse(null),
                    all.getT2().orElse(null),
                    all.getT3().orElse(null))));
  }

  private static String unitOf(ConsoleUser user) {
    return Objects.requireNonNullElse(user.scope().town(), user.unit());
  }

  private static <T> Mono<Optional<T>> maybe(Mono<T> part) {
    return part.map(Optional::of).defaultIfEmpty(Optional.empty());
  }

  private Mono<InboxFacts.Office> office(UnitVisit visit, Names names) {
    String unit = unitOf(visit.user());
    var units = names.district().units();
    String town = names.townOf(unit);
    var reach = new UnitScope(unit, units);
    return Mono.zip(
            towns.register(town),
            desk.openIn(reach, town, null),
            ingest.pushed(town, clock.today().minusDays(1)),
            maybe(words.selfCheck(visit, names)),
            maybe(words.secrecy(visit, names)))
        .map(all ->
            new InboxFacts.Office(
                !visit.user().ownUnitOnly(),
                new RegisterRows(names, visit.user())
                    .of(own(all.getT1(), it -> it.group().unit(), reach, town), all.getT2()),
                own(all.getT2(), it -> it.unit(), reach, town),
                all.getT4().orElse(null),
                all.getT5().orElse(null),
                own(all.getT3(), it -> it.unit(), reach, town)));
  }

  /** Of what is known of a town, what is the unit's own. */
  private static <T> List<T> own(
      List<T> all, Function<T, String> unit, UnitScope reach, String town) {
    return reach.unit().equals(town)
        ? all
        : all.stream().filter(it -> reach.reaches(unit.apply(it))).toList();
  }

  private Mono<InboxFacts.Judging> judging(Names names) {
    var all = names.reach(Scope.DISTRICT);
    return Mono.zip(desk.count(all, FindingQuery.ALL), desk.count(all, contested()))
        .flatMap(counts ->
            Mono.zip(
                queue(all, counts.getT1(), ShownState.SUSPECTED),
                queue(all, counts.getT1(), ShownState.REOPENED),
                contests(all, sum(counts.getT2()))))
        .map(queues -> new InboxFacts.Judging(queues.getT1(), queues.getT2(), queues.getT3()));
  }

  private Mono<InboxFacts.Queue> queue(
      UnitScope scope, Map<ShownState, Long> counts, ShownState state) {
    long count = counts.getOrDefault(state, 0L);
    return count == 0
        ? Mono.just(NOTHING)
        : Flux.fromIterable(GRAVEST_FIRST)
            .concatMap(severity -> first(scope, severity, state))
            .take(InboxPage.Card.SHOWN)
            .collectList()
            .map(first -> new InboxFacts.Queue(count, first));
  }

  /** Of one severity, who has waited longest comes first. */
  private Flux<FindingView> first(UnitScope scope, String severity, ShownState state) {
    var asked = new FindingQuery(null, null, severity, Set.of(state), null, null, false);
    return desk.list(scope, asked, OLDEST_FIRST, InboxPage.Card.SHOWN).flatMapIterable(it -> it);
  }

  /** Who has waited longest for an answer comes first; nothing is read where there is nothing. */
  private Mono<InboxFacts.Queue> contests(UnitScope scope, long count) {
    return count == 0
        ? Mono.just(NOTHING)
        : desk.list(scope, contested(), OLDEST_FIRST, InboxPage.Card.SHOWN)
            .map(first -> new InboxFacts.Queue(count, first));
  }

  private static FindingQuery contested() {
    return new FindingQuery(null, null, null, Set.of(), null, null, true);
  }

  private static long sum(Map<ShownState, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Departments with a handful of groups are grey for good, and nobody is to be reminded of it. */
  private static boolean asks(TownSummary town) {
    return !town.departments() || town.row().band() != Band.GREY;
  }

  private Mono<InboxFacts.Watch> watch(ConsoleUser user, Names names) {
    return towns
        .overview(names.reach(Scope.DISTRICT), null)
        .map(overview ->
            overview.towns().stream().filter(GatewayInbox::asks).map(OverviewMapping::row).toList())
        .map(rows -> InboxFacts.Watch.of(rows, user.administers()));
  }
}
