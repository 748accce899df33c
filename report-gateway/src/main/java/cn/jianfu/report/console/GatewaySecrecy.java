package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.compliance.TownCompliances;
import cn.jianfu.report.console.SecrecyForm.Say;
import cn.jianfu.report.finding.FindingDesk;
import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.group.SecrecyTold;
import cn.jianfu.report.group.SecrecyWords;
import cn.jianfu.report.group.UnitSecrecy;
import cn.jianfu.report.reference.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Words on secrecy, from group-service and what this platform knows of the unit's groups. */
final class GatewaySecrecy {

  private static final String RULE = "G-SECRET";

  private final SecrecyWords words;
  private final TownCompliances towns;
  private final Reference reference;
  private final FindingDesk findings;
  private final DistrictClock clock;
  private final RandomKeys random;

  GatewaySecrecy(
      SecrecyWords words,
      TownCompliances towns,
      Reference reference,
      FindingDesk findings,
      DistrictClock clock,
      RandomKeys random) {
    this.words = words;
    this.towns = towns;
    this.reference = reference;
    this.findings = findings;
    this.clock = clock;
    this.random = random;
  }

  Mono<SecrecyPage> page(UnitVisit visit) {
    return place(visit)
        .flatMap(place ->
            Mono.zip(read(visit), towns.groups(place.town(), null))
                .map(both -> mapping(visit, place, both.getT2()).page(both.getT1())));
  }

  /** Empty where the visitor speaks for nobody. */
  Mono<SecrecyReply> say(UnitVisit visit, SecrecyForm form) {
    return place(visit)
        .filter(place -> form.say() == Say.WITHDRAW ? mayWithdraw(visit, place) : place.mayAnswer())
        .flatMap(place ->
            isConfirmed(place, form)
                .flatMap(confirmed ->
                    confirmed
                        ? page(visit).<SecrecyReply>map(SecrecyReply.Confirmed::new)
                        : say(visit, place, form)));
  }

  private Mono<SecrecyReply> say(UnitVisit visit, SelfCheckPlace place, SecrecyForm form) {
    return Mono.zip(said(visit, form), read(visit), towns.groups(place.town(), null))
        .map(all -> reply(all.getT1(), all.getT2(), mapping(visit, place, all.getT3())));
  }

  /** Who may report one for the unit, and the district's administration. */
  private static boolean mayWithdraw(UnitVisit visit, SelfCheckPlace place) {
    return place.mayAnswer() || visit.user().administers();
  }

  /** What the district has confirmed was there, whoever reported it. */
  private Mono<Boolean> isConfirmed(SelfCheckPlace place, SecrecyForm form) {
    return form.say() == Say.WITHDRAW
        ? findings.isConfirmed(place.town(), RULE, place.unit() + "|incident:" + form.id())
        : Mono.just(false);
  }

  private static SecrecyReply reply(SecrecyTold said, SecrecyTold before, SecrecyMapping mapping) {
    return switch (said) {
      case SecrecyTold.Known _ -> new SecrecyReply.Taken(mapping.page(said));
      case SecrecyTold.Declined(int status, var because) ->
          new SecrecyReply.Declined(mapping.page(before), status, because.sentence());
      case SecrecyTold.Nothing(var why) ->
          new SecrecyReply.Unheard(mapping.page(before), why.name());
    };
  }

  private Mono<SecrecyTold> read(UnitVisit visit) {
    return visit.token() == null
        ? Mono.just(new SecrecyTold.Nothing(Degraded.NOT_ASKED))
        : words.read(visit.unit(), caller(visit));
  }

  private Mono<SecrecyTold> said(UnitVisit visit, SecrecyForm form) {
    if (visit.token() == null) {
      return Mono.just(new SecrecyTold.Nothing(Degraded.NOT_ASKED));
    }
    LocalDate today = clock.today();
    return switch (form.say()) {
      case STATE -> words.state(visit.unit(), today, caller(visit));
      case TAKE_BACK -> words.takeBack(visit.unit(), today, caller(visit));
      case REPORT -> words.report(visit.unit(), incident(form), caller(visit));
      case WITHDRAW -> words.withdraw(visit.unit(), form.id(), form.reason(), caller(visit));
    };
  }

  private static UnitSecrecy.Incident incident(SecrecyForm form) {
    return new UnitSecrecy.Incident(
        form.id(),
        form.group().isEmpty() ? null : form.group(),
        Objects.requireNonNull(form.foundOn(), "was looked at before"),
        form.resolvedOn(),
        null,
        null);
  }

  private static SecrecyWords.Caller caller(UnitVisit visit) {
    return new SecrecyWords.Caller(
        Objects.requireNonNull(visit.token(), "was looked at before"), visit.language());
  }

  private Mono<SelfCheckPlace> place(UnitVisit visit) {
    return Mono.justOrEmpty(
        SelfCheckPlace.of(visit, new Names(reference.current(), clock.today())));
  }

  private SecrecyMapping mapping(UnitVisit visit, SelfCheckPlace place, List<GroupLine> groups) {
    return new SecrecyMapping(place, mayWithdraw(visit, place), groups, random.next());
  }
}
