package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.compliance.TownCompliances;
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

  private final SecrecyWords words;
  private final TownCompliances towns;
  private final Reference reference;
  private final DistrictClock clock;
  private final RandomKeys random;

  GatewaySecrecy(
      SecrecyWords words,
      TownCompliances towns,
      Reference reference,
      DistrictClock clock,
      RandomKeys random) {
    this.words = words;
    this.towns = towns;
    this.reference = reference;
    this.clock = clock;
    this.random = random;
  }

  Mono<SecrecyPage> page(UnitVisit visit) {
    return place(visit)
        .flatMap(place ->
            Mono.zip(read(visit), towns.groups(place.town(), null))
                .map(both -> mapping(place, both.getT2()).page(both.getT1())));
  }

  /** Empty where the visitor speaks for nobody. */
  Mono<SecrecyReply> say(UnitVisit visit, SecrecyForm form) {
    return place(visit)
        .filter(SelfCheckPlace::mayAnswer)
        .flatMap(place ->
            Mono.zip(said(visit, form), read(visit), towns.groups(place.town(), null))
                .map(all -> reply(all.getT1(), all.getT2(), mapping(place, all.getT3()))));
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
    };
  }

  private static UnitSecrecy.Incident incident(SecrecyForm form) {
    return new UnitSecrecy.Incident(
        form.id(),
        form.group().isEmpty() ? null : form.group(),
        Objects.requireNonNull(form.foundOn(), "was looked at before"),
        form.resolvedOn());
  }

  private static SecrecyWords.Caller caller(UnitVisit visit) {
    return new SecrecyWords.Caller(
        Objects.requireNonNull(visit.token(), "was looked at before"), visit.language());
  }

  private Mono<SelfCheckPlace> place(UnitVisit visit) {
    return Mono.justOrEmpty(
        SelfCheckPlace.of(visit, new Names(reference.current(), clock.today())));
  }

  private SecrecyMapping mapping(SelfCheckPlace place, List<GroupLine> groups) {
    return new SecrecyMapping(place, groups, random.next());
  }
}
