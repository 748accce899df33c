package cn.jianfu.report.trial;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.TownCompliances;
import cn.jianfu.report.compliance.domain.TownTrial;
import cn.jianfu.report.group.RuleTrial;
import cn.jianfu.report.group.RuleTrials;
import cn.jianfu.report.group.TrialTold;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.reference.domain.Fault;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.reference.domain.RuleSet;
import cn.jianfu.report.scope.UnitScope;
import cn.jianfu.report.trial.TriedTown.NotComputed;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tries other rules: group-service says which findings would come and go, and the towns' indices
 * are computed with them as they are on every day.
 */
public final class TownTrials {

  private final RuleTrials trials;
  private final TownCompliances towns;
  private final Reference reference;
  private final DistrictClock clock;

  TownTrials(RuleTrials trials, TownCompliances towns, Reference reference, DistrictClock clock) {
    this.trials = trials;
    this.towns = towns;
    this.reference = reference;
    this.clock = clock;
  }

  /**
   * Tries rules; nothing is written.
   *
   * @param scope of the caller: of other towns nothing is told
   * @param token of the caller, in whose name group-service is asked
   */
  public Mono<TrialAnswer> tryOut(UnitScope scope, TrialWish wish, String token, Locale language) {
    LocalDate today = clock.today();
    RuleSet inForce = reference.current().ruleSets().inForceOn(today).orElse(null);
    if (inForce == null) {
      return Mono.just(new TrialAnswer.NoRules());
    }
    RuleSet tried = inForce.trying(wish.thresholds(), wish.rules());
    List<Fault> faults = reference.faultsOf(tried, wish.thresholds().keySet());
    return faults.isEmpty()
        ? trials
            .tryOut(wish.thresholds(), wish.rules(), token, language)
            .flatMap(told -> answer(told, new Trial(scope, wish, tried, today)))
        : Mono.just(new TrialAnswer.Faulty(faults));
  }

  /** A trial under way. */
  private record Trial(UnitScope scope, TrialWish wish, RuleSet rules, LocalDate day) {

    boolean isOf(RuleTrial told) {
      return told.ruleSet().equals(rules.key()) && told.day().equals(day);
    }

    /** The towns that may stand otherwise; what none of them notices is not read. */
    List<OrgUnit> concerned(Set<String> effects) {
      return scope.places().stream()
          .filter(town -> town.openOn(day))
          .filter(town -> wish.concernsEveryTown() || effects.contains(town.orgCode()))
          .toList();
    }
  }

  private Mono<TrialAnswer> answer(TrialTold told, Trial trial) {
    return switch (told) {
      case TrialTold.Known(RuleTrial known) -> known(known, trial);
      case TrialTold.Declined(var why) -> Mono.just(new TrialAnswer.Declined(why));
      case TrialTold.Nothing(var why) -> Mono.just(new TrialAnswer.Nothing(why));
    };
  }

  private Mono<TrialAnswer> known(RuleTrial told, Trial trial) {
    List<RuleTrial.Effect> effects =
        told.effects().stream().filter(it -> trial.scope().reaches(it.town())).toList();
    Map<String, List<RuleTrial.Effect>> changes =
        effects.stream()
            .filter(RuleTrial.Effect::changes)
            .collect(Collectors.groupingBy(RuleTrial.Effect::town));
    return Flux.fromIterable(trial.concerned(changes.keySet()))
        .concatMap(town ->
            trial.isOf(told)
                ? tried(town, changes.getOrDefault(town.orgCode(), List.of()), trial.rules())
                : Mono.just(TriedTown.without(town, NotComputed.OTHER_RULES)))
        .filter(town ->
            changes.containsKey(town.town()) || town.changes() || town.notComputed() != null)
        .collectList()
        .map(list ->
            new TrialAnswer.Known(told.day(), told.ruleSet(), effects, told.unjudged(), list));
  }

  private Mono<TriedTown> tried(OrgUnit town, List<RuleTrial.Effect> effects, RuleSet rules) {
    if (effects.stream().anyMatch(it -> it.raisedIds() == null || it.clearedIds() == null)) {
      return Mono.just(TriedTown.without(town, NotComputed.TOO_MANY_FINDINGS));
    }
    TownTrial trial = new TownTrial(rules, effects.stream().map(TownTrials::ofRule).toList());
    return towns
        .tried(town.orgCode(), trial)
        .map(both -> TriedTown.of(town, both.now(), both.then()));
  }

  // What stays as it is, is taken from here: there it may have moved on since the last scan.
  static TownTrial.OfRule ofRule(RuleTrial.Effect effect) {
    RuleTrial.Both exposure = effect.exposure();
    RuleTrial.Both unjudged = effect.unjudged();
    return new TownTrial.OfRule(
        effect.rule(),
        ids(effect.raisedIds()),
        ids(effect.clearedIds()),
        exposure == null || unjudged == null || !effect.judgesOtherwise()
            ? null
            : new TownTrial.Subjects(exposure.then(), unjudged.then()));
  }

  private static Set<String> ids(@Nullable List<String> told) {
    return told == null ? Set.of() : Set.copyOf(told);
  }
}
