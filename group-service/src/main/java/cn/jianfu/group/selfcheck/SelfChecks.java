package cn.jianfu.group.selfcheck;

import cn.jianfu.contracts.supervision.RoundV1;
import cn.jianfu.group.access.Answers;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.detection.SuggestedDecisions;
import cn.jianfu.group.detection.domain.SuggestedDecision;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.GroupState;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decider;
import cn.jianfu.messaging.aggregate.Decision;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.WebProblems;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The lists of all units and rounds. */
final class SelfChecks {

  static final ProblemType ROUND_NOT_OPEN = new ProblemType("group.round-not-open", 409);

  private final AggregateStore<SelfCheck> store;
  private final WorkGroups groups;
  private final SuggestedDecisions suggestions;
  private final Reference reference;
  private final DistrictClock clock;
  private final Origins origins;

  SelfChecks(
      AggregateStore<SelfCheck> store,
      WorkGroups groups,
      SuggestedDecisions suggestions,
      Reference reference,
      DistrictClock clock,
      Origins origins) {
    this.store = store;
    this.groups = groups;
    this.suggestions = suggestions;
    this.reference = reference;
    this.clock = clock;
    this.origins = origins;
  }

  /** The list as it is now; made when it is looked at first, longer when groups came since. */
  Mono<SelfCheck> list(String round, String unit, String town) {
    if (!isOpenFor(round, unit)) {
      return known(round, unit)
          .switchIfEmpty(Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException()));
    }
    return suggestions
        .of(town)
        .map(proposals -> items(proposals, unit))
        .zipWith(goesOnAs(unit))
        .flatMap(both ->
            execute(
                round,
                unit,
                known ->
                    refreshed(
                        known == null ? null : known.joined(both.getT2()),
                        known,
                        SelfCheck.generated(round, unit, town, clock.today(), both.getT1()))))
        .switchIfEmpty(Mono.defer(() -> known(round, unit)))
        .switchIfEmpty(Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException()));
  }

  Mono<SelfCheck> answer(String round, String unit, AnswerList answers, Actor actor) {
    return answering(round, unit, answers, actor).flatMap(this::execute);
  }

  /** What the list would be after the answers; nothing is written. */
  Mono<SelfCheck> rehearse(String round, String unit, AnswerList answers, Actor actor) {
    return answering(round, unit, answers, actor).flatMap(store::rehearse).map(SelfChecks::list);
  }

  private Mono<Command<SelfCheck, Problem>> answering(
      String round, String unit, AnswerList answers, Actor actor) {
    Instant now = clock.now();
    SelfCheck.By by = new SelfCheck.By(actor.issuer(), actor.subject(), actor.role(), actor.unit());
    if (!isOpenFor(round, unit)) {
      return Mono.error(() -> Problem.of(ROUND_NOT_OPEN).toException());
    }
    return Mono.just(
        command(round, unit, known -> answered(known, answers, clock.dayOf(now), now, by)));
  }

  /** Lists with answers that are not yet decisions. */
  Flux<SelfCheck> decisionsDue() {
    return store
        .query(Filters.eq("state.decisionsDue", true), Filters.empty(), 0)
        .map(Stored::state);
  }

  Mono<SelfCheck> decided(SelfCheck list) {
    return execute(
        list.round(),
        list.unit(),
        // Answers that came meanwhile are still due.
        known ->
            known == null || !known.equals(list)
                ? new Decision.Unchanged<>()
                : new Decision.Accepted<>(known.decided(), List.of()));
  }

  private Mono<SelfCheck> known(String round, String unit) {
    return store.find(SelfCheck.idOf(round, unit)).map(Stored::state);
  }

  private boolean isOpenFor(String round, String unit) {
    return reference.data().roundsOn(clock.today()).stream()
        .filter(each -> each.id().equals(round))
        .map(RoundV1::scope)
        .anyMatch(scope -> reference.data().within(unit, scope));
  }

  /** Groups of the unit that only a register knew, and under which id they go on. */
  private Mono<Map<String, String>> goesOnAs(String unit) {
    return groups
        .query(
            Filters.and(
                Filters.eq("state.unit", unit),
                Filters.eq("state.state", GroupState.JOINED.name())),
            Filters.empty(),
            0)
        .map(Stored::state)
        .ofType(WorkGroup.Joined.class)
        .collectMap(group -> group.id().text(), group -> group.into().text());
  }

  private Decision<SelfCheck, Problem> refreshed(
      @Nullable SelfCheck joined, @Nullable SelfCheck known, SelfCheck fresh) {
    SelfCheck next = joined == null ? fresh : joined.with(fresh.items(), clock.today());
    return next.equals(known)
        ? new Decision.Unchanged<>()
        : new Decision.Accepted<>(next, List.of(next.published()));
  }

  private static Decision<SelfCheck, Problem> answered(
      @Nullable SelfCheck known,
      AnswerList answers,
      LocalDate today,
      Instant now,
      SelfCheck.By by) {
    if (known == null) {
      return new Decision.Declined<>(Problem.of(WebProblems.NOT_FOUND));
    }
    return switch (Answering.of(known, answers, today, now, by)) {
      case Answering.Answered.Wrong(var problems) ->
          new Decision.Declined<>(Problem.of(WebProblems.INVALID).errors(problems));
      case Answering.Answered.Fine(var next) when next.equals(known) -> new Decision.Unchanged<>();
      case Answering.Answered.Fine(var next) ->
          new Decision.Accepted<>(next, List.of(next.published()));
    };
  }

  private Mono<SelfCheck> execute(String round, String unit, Decider<SelfCheck, Problem> decider) {
    return execute(command(round, unit, decider));
  }

  private Mono<SelfCheck> execute(Command<SelfCheck, Problem> command) {
    return store.execute(command).map(SelfChecks::list);
  }

  private Command<SelfCheck, Problem> command(
      String round, String unit, Decider<SelfCheck, Problem> decider) {
    return origins.own().command(SelfCheck.idOf(round, unit), decider);
  }

  private static SelfCheck list(Outcome<SelfCheck, Problem> outcome) {
    return Answers.accepted(outcome, problem -> problem).state();
  }

  private static List<SelfCheckItem> items(SuggestedDecisions.Proposals proposals, String unit) {
    return proposals.groups().values().stream()
        .filter(group -> group.id().unit().equals(unit))
        .sorted((a, b) -> a.id().text().compareTo(b.id().text()))
        .map(group -> {
          String id = group.id().text();
          return item(id, group.profile().facts().name(), proposals.decisions().get(id));
        })
        .toList();
  }

  private static SelfCheckItem item(String id, String name, @Nullable SuggestedDecision suggested) {
    return switch (suggested) {
      case null -> SelfCheckItem.open(id, name, "KEEP", null, List.of());
      case SuggestedDecision.Keep(var why) -> SelfCheckItem.open(id, name, "KEEP", null, why);
      case SuggestedDecision.Dissolve(var why) ->
          SelfCheckItem.open(id, name, "DISSOLVE", null, why);
      case SuggestedDecision.Merge(var target, var why) ->
          SelfCheckItem.open(id, name, "MERGE", target, why);
      case SuggestedDecision.Standardise(var why) ->
          SelfCheckItem.open(id, name, "STANDARDISE", null, why);
    };
  }
}
