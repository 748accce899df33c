package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.TownCompliances;
import cn.jianfu.report.console.SelfCheckPlace.Told;
import cn.jianfu.report.finding.FindingDesk;
import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.group.ListTold;
import cn.jianfu.report.group.SelfCheckAnswer;
import cn.jianfu.report.group.SelfCheckLists;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.scope.UnitScope;
import java.util.List;
import java.util.function.BiFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Self-checks, from the lists of group-service and what this platform knows of their groups. */
final class GatewaySelfChecks {

  /** A town has many units, and group-service computes each list anew. */
  private static final int AT_ONCE = 4;

  private final SelfCheckLists lists;
  private final TownCompliances towns;
  private final FindingDesk desk;
  private final Reference reference;
  private final DistrictClock clock;

  GatewaySelfChecks(
      SelfCheckLists lists,
      TownCompliances towns,
      FindingDesk desk,
      Reference reference,
      DistrictClock clock) {
    this.lists = lists;
    this.towns = towns;
    this.desk = desk;
    this.reference = reference;
    this.clock = clock;
  }

  Mono<SelfCheckPage> page(UnitVisit visit) {
    return place(visit).flatMap(place -> read(visit, place)).map(SelfCheckAgreement::page);
  }

  Mono<SelfCheckReply> answer(UnitVisit visit, SelfCheckForm form) {
    return place(visit)
        .filter(place -> place.mayAnswer() && place.holds(form.unit()))
        .flatMap(place ->
            said(visit, place, form.unit(), List.of(form.answer()))
                .zipWith(known(visit, place))
                .map(both -> reply(form, both.getT1(), both.getT2()))
                .defaultIfEmpty(new SelfCheckReply.Closed()));
  }

  /** Nothing is said when what would be agreed to is not what was seen. */
  Mono<SelfCheckAgreed> agree(UnitVisit visit, String seen) {
    return place(visit)
        .filter(SelfCheckPlace::mayAnswer)
        .flatMap(place -> read(visit, place))
        .flatMap(given ->
            given.page().seen().equals(seen) ? agree(visit, given) : Mono.just(given.notGiven()));
  }

  private Mono<SelfCheckAgreed> agree(UnitVisit visit, SelfCheckAgreement given) {
    return Flux.fromIterable(given.before())
        .flatMapSequential(
            unit ->
                agree(visit, given.place(), unit)
                    .map(after -> new SelfCheckAgreement.Step(unit, after)),
            AT_ONCE)
        .collectList()
        .map(given::taken);
  }

  private Mono<Told> agree(UnitVisit visit, SelfCheckPlace place, Told unit) {
    var open = SelfCheckAgreement.answers(unit);
    return open.isEmpty() ? Mono.just(unit) : said(visit, place, unit.unit(), open);
  }

  private Mono<SelfCheckAgreement> read(UnitVisit visit, SelfCheckPlace place) {
    return known(visit, place)
        .flatMap(mapping ->
            Flux.fromIterable(place.units(mapping.groups()))
                .flatMapSequential(unit -> asked(visit, place, unit), AT_ONCE)
                .collectList()
                .map(told -> new SelfCheckAgreement(place, mapping, told)));
  }

  private Mono<Told> asked(UnitVisit visit, SelfCheckPlace place, String unit) {
    return told(
        visit, place, unit, (round, token) -> lists.list(round, unit, token, visit.language()));
  }

  private Mono<Told> said(
      UnitVisit visit, SelfCheckPlace place, String unit, List<SelfCheckAnswer> answers) {
    return told(
        visit,
        place,
        unit,
        (round, token) -> lists.answer(round, unit, answers, token, visit.language()));
  }

  /** Empty while no round is open: then there are no lists. */
  private static Mono<Told> told(
      UnitVisit visit,
      SelfCheckPlace place,
      String unit,
      BiFunction<String, String, Mono<ListTold>> ask) {
    var token = visit.token();
    if (place.round() == null) {
      return Mono.empty();
    }
    return token == null
        ? Mono.just(new Told(unit, new ListTold.Nothing(Degraded.NOT_ASKED)))
        : ask.apply(place.round().id(), token).map(said -> new Told(unit, said));
  }

  private static SelfCheckReply reply(SelfCheckForm form, Told told, SelfCheckMapping mapping) {
    return switch (told.said()) {
      case ListTold.Known(var list) -> taken(form, mapping.items(list));
      case ListTold.Declined(int status, var because) ->
          new SelfCheckReply.Declined(status, because.sentence());
      case ListTold.Nothing(var why) -> new SelfCheckReply.Unheard(why.name());
    };
  }

  private static SelfCheckReply taken(SelfCheckForm form, List<SelfCheckItem> items) {
    var item = items.stream().filter(it -> it.groupId().equals(form.group())).findFirst();
    var others =
        items.stream()
            .filter(it -> it.problem() != null && !it.groupId().equals(form.group()))
            .toList();
    return item.<SelfCheckReply>map(it ->
            new SelfCheckReply.Taken(
                it, form.agrees() && !it.proposal().equals(form.seen()), others))
        .orElseGet(() -> new SelfCheckReply.Unheard(Degraded.UNKNOWN.name()));
  }

  private Mono<SelfCheckMapping> known(UnitVisit visit, SelfCheckPlace place) {
    var scope = new UnitScope(place.unit(), reference.current().units());
    return Mono.zip(towns.groups(place.town(), null), desk.openIn(scope, place.town(), null))
        .map(both ->
            new SelfCheckMapping(
                place.names(),
                place.names().reach(visit.user().scope()),
                both.getT1(),
                both.getT2()));
  }

  private Mono<SelfCheckPlace> place(UnitVisit visit) {
    return Mono.justOrEmpty(
        SelfCheckPlace.of(visit, new Names(reference.current(), clock.today())));
  }
}
