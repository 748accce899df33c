package cn.jianfu.report.finding;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.finding.domain.Actor;
import cn.jianfu.report.finding.domain.Contest;
import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.FindingOnDay;
import cn.jianfu.report.finding.domain.Handling;
import cn.jianfu.report.finding.domain.Judgement;
import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.finding.domain.Successions;
import cn.jianfu.report.finding.domain.Verdict;
import cn.jianfu.report.readside.ReadSides;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.scope.UnitScope;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists findings with both of their halves, and takes what people say about them. */
public final class FindingDesk {

  private static final Comparator<FindingView> GRAVEST_FIRST =
      Comparator.comparingInt((FindingView it) -> "BMm".indexOf(it.severity()))
          .thenComparing(FindingView::rule)
          .thenComparing(FindingView::title)
          .thenComparing(FindingView::findingId);

  /** Handlings are read for so many findings at once. */
  private static final int AT_ONCE = 200;

  private final ReadSides readSides;
  private final FindingHandlings handlings;
  private final Reference reference;
  private final DistrictClock clock;

  FindingDesk(
      ReadSides readSides, FindingHandlings handlings, Reference reference, DistrictClock clock) {
    this.readSides = readSides;
    this.handlings = handlings;
    this.reference = reference;
    this.clock = clock;
  }

  /** The findings that the scope reaches, in an order, so many and no more. */
  public Mono<List<FindingView>> list(
      UnitScope scope, FindingQuery asked, FindingOrder order, int most) {
    Bson filter = order.filter(asked.filter(scope));
    return shown(readSides.active().facts().findings(filter, order.sort()), clock.today())
        .filter(asked::wants)
        .map(finding -> finding.seenIn(scope))
        .take(most)
        .collectList();
  }

  /** How many there are in each state. */
  public Mono<Map<ShownState, Long>> count(UnitScope scope, FindingQuery asked) {
    return shown(readSides.active().facts().findings(asked.filter(scope)), clock.today())
        .filter(finding -> !asked.contested() || finding.contested())
        .collect(Collectors.groupingBy(FindingView::state, Collectors.counting()));
  }

  /** The findings of a town that held on a day, the gravest first; {@code asOf} null is today. */
  public Mono<List<FindingView>> openIn(UnitScope scope, String town, @Nullable LocalDate asOf) {
    LocalDate day = asOf == null ? clock.today() : asOf;
    return shown(readSides.active().facts().findingsOf(town).filter(it -> it.openOn(day)), day)
        .map(finding -> finding.seenIn(scope))
        .sort(GRAVEST_FIRST)
        .collectList();
  }

  /**
   * The same of what was read already: findings that hold on that day and are all of one town. What
   * people say about them is read anew.
   */
  public Mono<List<FindingView>> open(
      UnitScope scope, String town, List<Detected> held, @Nullable LocalDate asOf) {
    LocalDate day = asOf == null ? clock.today() : asOf;
    BigDecimal growth = growth(day);
    return handlings
        .ofTown(town)
        .collectMap(Handling::findingId)
        .map(judged ->
            held.stream()
                .flatMap(it -> shown(it, judged, day, growth).stream())
                .map(it -> it.seenIn(scope))
                .sorted(GRAVEST_FIRST)
                .toList());
  }

  /** Whether a person said of what holds now that it is so. */
  public Mono<Boolean> isConfirmed(String town, String rule, String subject) {
    return shown(
            readSides
                .active()
                .facts()
                .findingsOf(town)
                .filter(it -> it.rule().equals(rule) && it.subjectKey().equals(subject)),
            clock.today())
        .any(finding -> finding.state() == ShownState.CONFIRMED);
  }

  /** A finding as it is shown now; empty when there is none or the scope does not reach it. */
  public Mono<FindingView> find(UnitScope scope, String id) {
    return find(scope, id, null);
  }

  /**
   * A finding as it stood on a day; empty, too, where it had not been found by then.
   *
   * @param asOf null is today
   */
  public Mono<FindingView> find(UnitScope scope, String id, @Nullable LocalDate asOf) {
    return shown(readSides.active().facts().finding(id).flux(), dayOf(asOf))
        .filter(finding -> scope.reaches(finding.unit()))
        .map(finding -> finding.seenIn(scope))
        .next();
  }

  /**
   * The same, with how many subjects of its town the rule could judge on that day; where that was
   * not told, or is none of the scope's business, without.
   */
  public Mono<FindingView> findAmongOthers(UnitScope scope, String id, @Nullable LocalDate asOf) {
    LocalDate day = dayOf(asOf);
    return find(scope, id, asOf)
        .flatMap(finding ->
            Mono.just(finding)
                .filter(it -> scope.reaches(it.town()))
                .flatMap(it -> readSides.active().facts().exposure(it.town(), it.rule(), day))
                .map(finding::among)
                .defaultIfEmpty(finding));
  }

  /**
   * Takes a judgement, and answers with the finding as it is shown after it; empty when the scope
   * reaches no such finding, a problem when the judgement is declined.
   *
   * @param key the same for every repeat of the request
   */
  public Mono<FindingView> judge(
      UnitScope scope, String id, Verdict verdict, String reason, ActorV1 by, String key) {
    return readSides
        .active()
        .facts()
        .finding(id)
        .filter(detected -> scope.reaches(detected.unit()))
        .flatMap(detected ->
            judged(List.of(detected))
                .map(judged -> judged.getOrDefault(id, Handling.none(id)))
                .flatMap(present ->
                    handlings.judge(
                        detected,
                        present,
                        judgement(detected, verdict, reason, by),
                        growth(clock.today()),
                        key,
                        verdict + " " + reason))
                .doOnNext(FindingProblems::throwUnlessTaken)
                .then(Mono.defer(() -> find(scope, id))));
  }

  /**
   * Takes what a unit says against a finding of its own, and answers with the finding; empty when
   * the scope reaches no such finding, a problem when the contest is declined.
   *
   * @param key the same for every repeat of the request
   */
  public Mono<FindingView> contest(
      UnitScope scope, String id, String reason, ActorV1 by, String key) {
    Instant now = clock.now();
    Contest contest = new Contest(reason, actor(by), now, clock.dayOf(now));
    return readSides
        .active()
        .facts()
        .finding(id)
        .filter(detected -> scope.reaches(detected.unit()))
        .flatMap(detected ->
            handlings
                .contest(detected, contest, key)
                .doOnNext(FindingProblems::throwUnlessTaken)
                .then(Mono.defer(() -> find(scope, id))));
  }

  // What has not happened yet is no fact.
  private LocalDate dayOf(@Nullable LocalDate asOf) {
    LocalDate today = clock.today();
    if (asOf != null && asOf.isAfter(today)) {
      throw Problem.of(WebProblems.INVALID).atParameter("asOf", "in-the-future").toException();
    }
    return asOf == null ? today : asOf;
  }

  private static Actor actor(ActorV1 by) {
    return new Actor(by.issuer(), by.subject(), by.role(), by.unit());
  }

  private Judgement judgement(Detected detected, Verdict verdict, String reason, ActorV1 by) {
    Instant now = clock.now();
    return new Judgement(verdict, reason, actor(by), now, clock.dayOf(now), detected.gravity());
  }

  private Flux<FindingView> shown(Flux<Detected> findings, LocalDate day) {
    BigDecimal growth = growth(day);
    return findings
        .buffer(AT_ONCE)
        .concatMap(some ->
            judged(some)
                .flatMapIterable(judged ->
                    some.stream().flatMap(it -> shown(it, judged, day, growth).stream()).toList()));
  }

  /** How these findings are judged, or the ones that they were before. */
  private Mono<Map<String, Handling>> judged(List<Detected> some) {
    return readSides
        .active()
        .facts()
        .successions(some)
        .flatMap(successions -> {
          List<String> ids =
              Stream.concat(
                      some.stream(), successions.formers().values().stream().flatMap(List::stream))
                  .map(Detected::findingId)
                  .distinct()
                  .toList();
          return handlings
              .of(ids)
              .collectMap(Handling::findingId)
              .map(known -> handlings(some, successions, known));
        });
  }

  private static Map<String, Handling> handlings(
      List<Detected> some, Successions successions, Map<String, Handling> known) {
    return some.stream()
        .collect(
            Collectors.toMap(
                Detected::findingId,
                it -> {
                  Handling none = Handling.none(it.findingId());
                  return successions.handling(
                      it, known.getOrDefault(it.findingId(), none), known::get);
                }));
  }

  private Optional<FindingView> shown(
      Detected detected, Map<String, Handling> judged, LocalDate day, BigDecimal growth) {
    String id = detected.findingId();
    Handling handling = judged.getOrDefault(id, Handling.none(id));
    return FindingOnDay.of(detected, handling, day, growth)
        .map(it -> FindingView.of(it, isExempt(it.detected(), day), day));
  }

  private boolean isExempt(Detected seen, LocalDate day) {
    return reference.current().exempts(seen.rule(), seen.unit(), seen.groups(), day);
  }

  private BigDecimal growth(LocalDate day) {
    return reference.current().worseningGrowthOn(day);
  }
}
