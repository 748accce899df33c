package cn.jianfu.report.reference;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.contracts.supervision.ExemptionPublishedV1;
import cn.jianfu.contracts.supervision.OrgUnitPublishedV1;
import cn.jianfu.contracts.supervision.RoundPublishedV1;
import cn.jianfu.contracts.supervision.RuleSetPublishedV1;
import cn.jianfu.contracts.supervision.WorkCalendarPublishedV1;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.reference.domain.District;
import cn.jianfu.report.reference.domain.Exemption;
import cn.jianfu.report.reference.domain.Fault;
import cn.jianfu.report.reference.domain.InspectionRound;
import cn.jianfu.report.reference.domain.OrgTree;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.reference.domain.OrgUnit.PutOrgUnit;
import cn.jianfu.report.reference.domain.RuleNumbers;
import cn.jianfu.report.reference.domain.RuleSet;
import cn.jianfu.report.reference.domain.RuleSets;
import cn.jianfu.report.reference.domain.Ruling;
import cn.jianfu.report.reference.domain.WorkCalendar;
import cn.jianfu.report.reference.domain.WorkCalendars;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The district's reference data: what it is now, and every way to change it. */
public final class Reference {

  private final ReferenceBooks books;
  private final RuleNumbers numbers;
  private final DistrictClock clock;
  private final ReferenceVersion version;
  private volatile District district = District.EMPTY;
  private volatile long seenVersion;
  private volatile long puts;

  Reference(
      ReferenceBooks books, ReferenceVersion version, RuleNumbers numbers, DistrictClock clock) {
    this.books = books;
    this.numbers = numbers;
    this.version = version;
    this.clock = clock;
  }

  /** All of it, as this instance has read it last. */
  public District current() {
    return district;
  }

  /** What would keep these numbers of a rule set from being published; empty when nothing does. */
  public List<Fault> faultsOf(RuleSet tried, Set<String> thresholds) {
    return numbers.faultsOf(tried, thresholds);
  }

  /** A year's calendar as it is stored, whichever instance has put it; empty without one. */
  public Mono<Stored<WorkCalendar>> calendar(int year) {
    return books.calendars().find(ReferenceKind.calendar(year));
  }

  /** All exemptions as they are stored. */
  public Flux<Stored<Exemption>> exemptions() {
    return books.exemptions().stored();
  }

  /** An exemption as it is stored; empty when there is none. */
  public Mono<Stored<Exemption>> exemption(String id) {
    return books.exemptions().find(ReferenceKind.exemption(id));
  }

  /** Reads everything again; anew when something was put meanwhile, which it may have missed. */
  public Mono<District> refresh() {
    return Mono.defer(() -> readAfter(puts)).repeatWhenEmpty(times -> times);
  }

  private Mono<District> readAfter(long putsBefore) {
    return Mono.zip(
            books.units().all().collectList().map(OrgTree::of),
            books.calendars().all().collectList().map(WorkCalendars::of),
            books.ruleSets().all().collectList().map(RuleSets::of),
            books.exemptions().all().collectList(),
            books.rounds().all().collectList())
        .map(all -> new District(all.getT1(), all.getT2(), all.getT3(), all.getT4(), all.getT5()))
        .filter(all -> read(all, putsBefore));
  }

  /**
   * Takes back what its topic tells and a store that was put back from a backup does not.
   *
   * @return whether anything has changed
   */
  Mono<Boolean> takeBack(Object published, long sequence) {
    return switch (published) {
      case OrgUnitPublishedV1 it -> books.units().takeBack(it.orgUnit(), sequence);
      case WorkCalendarPublishedV1 it -> books.calendars().takeBack(it.calendar(), sequence);
      case RuleSetPublishedV1 it -> books.ruleSets().takeBack(it.ruleSet(), sequence);
      case ExemptionPublishedV1 it -> books.exemptions().takeBack(it.exemption(), sequence);
      case RoundPublishedV1 it -> books.rounds().takeBack(it.round(), sequence);
      default -> Mono.just(false);
    };
  }

  /** Reads everything again, and has the other instances do so. */
  public Mono<Void> announce() {
    return refresh().then(version.raise()).then();
  }

  /** Reads everything again when another instance has announced something. */
  Mono<Void> follow() {
    return version
        .current()
        .filter(now -> now != seenVersion)
        .flatMap(now -> refresh().doOnNext(_ -> seenVersion = now))
        .then();
  }

  private synchronized boolean read(District all, long putsBefore) {
    if (puts != putsBefore) {
      return false;
    }
    district = all;
    return true;
  }

  Mono<Outcome<OrgUnit, Ruling.Declined<OrgUnit>>> put(
      PutOrgUnit wish, Request request, @Nullable ActorV1 actor) {
    return put(
        books.units(),
        wish.orgCode(),
        request,
        actor,
        (known, current) -> OrgUnit.decide(current, wish, parentOf(wish, known)),
        District::with);
  }

  private static @Nullable OrgUnit parentOf(PutOrgUnit wish, District known) {
    String parent = wish.parent();
    return parent == null ? null : known.units().find(parent).orElse(null);
  }

  public Mono<Outcome<WorkCalendar, Ruling.Declined<WorkCalendar>>> put(
      WorkCalendar wish, Request request, @Nullable ActorV1 actor) {
    return put(
        books.calendars(),
        ReferenceKind.CALENDAR.id().apply(wish),
        request,
        actor,
        (_, current) -> WorkCalendar.decide(current, wish),
        District::with);
  }

  Mono<Outcome<RuleSet, Ruling.Declined<RuleSet>>> put(
      RuleSet wish, Request request, @Nullable ActorV1 actor) {
    return put(
        books.ruleSets(),
        wish.key(),
        request,
        actor,
        (known, current) ->
            RuleSet.decide(
                current, wish, known.ruleSets().latest().orElse(null), clock.today(), numbers),
        District::with);
  }

  public Mono<Outcome<Exemption, Ruling.Declined<Exemption>>> put(
      Exemption wish, Request request, @Nullable ActorV1 actor) {
    return put(
        books.exemptions(),
        ReferenceKind.EXEMPTION.id().apply(wish),
        request,
        actor,
        (known, current) ->
            Exemption.decide(current, wish, known.units(), known.ruleSets(), clock.today()),
        District::with);
  }

  Mono<Outcome<InspectionRound, Ruling.Declined<InspectionRound>>> put(
      InspectionRound wish, Request request, @Nullable ActorV1 actor) {
    return put(
        books.rounds(),
        ReferenceKind.ROUND.id().apply(wish),
        request,
        actor,
        (known, current) -> InspectionRound.decide(current, wish, known.units()),
        District::with);
  }

  private <S, V> Mono<Outcome<S, Ruling.Declined<S>>> put(
      ReferenceBook<S, V> book,
      String id,
      Request request,
      @Nullable ActorV1 actor,
      BiFunction<District, @Nullable S, Ruling<S>> decide,
      BiFunction<District, S, District> with) {
    Function<District, Mono<Outcome<S, Ruling.Declined<S>>>> against =
        known -> book.put(id, request, actor, current -> decide.apply(known, current));
    return Mono.defer(() -> against.apply(district))
        .flatMap(outcome -> orAnew(outcome, against))
        .doOnNext(outcome -> took(outcome, with));
  }

  // What another instance has put within the last second may be all that is missing here.
  private <S> Mono<Outcome<S, Ruling.Declined<S>>> orAnew(
      Outcome<S, Ruling.Declined<S>> outcome,
      Function<District, Mono<Outcome<S, Ruling.Declined<S>>>> against) {
    return outcome instanceof Outcome.Declined<S, Ruling.Declined<S>>
        ? refresh().flatMap(against)
        : Mono.just(outcome);
  }

  // Who has just put something sees it; other instances read it a moment later.
  private synchronized <S> void took(
      Outcome<S, Ruling.Declined<S>> outcome, BiFunction<District, S, District> with) {
    if (outcome instanceof Outcome.Applied<S, Ruling.Declined<S>> applied) {
      district = with.apply(district, applied.now().state());
      puts++;
    }
  }
}
