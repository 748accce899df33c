package cn.jianfu.report.console;

import cn.jianfu.report.compliance.domain.GreyBecause;
import cn.jianfu.report.compliance.domain.Standing;
import cn.jianfu.report.group.RuleTrial;
import cn.jianfu.report.reference.domain.Fault;
import cn.jianfu.report.reference.domain.RuleSet;
import cn.jianfu.report.trial.TrialAnswer;
import cn.jianfu.report.trial.TrialWish;
import cn.jianfu.report.trial.TriedTown;
import cn.jianfu.report.trial.TriedTown.NotComputed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the page on which another number is tried. */
final class TrialMapping {

  /** The others are of areas without a detector, or judge nothing. */
  private static final List<String> OF_GROUPS =
      List.of(
          "counters.",
          "drift.",
          "exec.",
          "group.",
          "leave.",
          "matter.",
          "overlap.",
          "person.",
          "rebound.",
          "register.",
          "reply.",
          "secret.",
          "temp.",
          "unit.",
          "zombie.");

  private TrialMapping() {}

  static TrialPage page(RuleSet inForce, TrialForm form, TrialPage.@Nullable Outcome outcome) {
    List<RuleSetPage.Threshold> choices =
        inForce.thresholds().entrySet().stream()
            .filter(it -> canBeTried(it.getKey()))
            .map(it -> new RuleSetPage.Threshold(it.getKey(), it.getValue().toPlainString()))
            .toList();
    Optional<String> now =
        choices.stream()
            .filter(it -> it.key().equals(form.key()))
            .map(RuleSetPage.Threshold::value)
            .findFirst();
    return new TrialPage(inForce.key(), form, choices, now.orElse(null), outcome);
  }

  private static boolean canBeTried(String threshold) {
    return TrialWish.isOfTowns(threshold) || OF_GROUPS.stream().anyMatch(threshold::startsWith);
  }

  static TrialPage.Outcome outcome(TrialAnswer answer, Names names) {
    return switch (answer) {
      case TrialAnswer.Known known -> result(known, names);
      case TrialAnswer.NoRules() -> TrialPage.Outcome.problem("rules.none");
      case TrialAnswer.Faulty(var faults) -> fault(faults.getFirst());
      case TrialAnswer.Declined(var why) -> TrialPage.Outcome.problem("trial.declined", why);
      case TrialAnswer.Nothing(var why) -> TrialPage.Outcome.problem("trial.nothing." + why.name());
    };
  }

  private static TrialPage.Outcome fault(Fault fault) {
    return TrialPage.Outcome.problem(
        "trial.fault." + fault.why().name(), fault.named().getOrDefault("range", ""));
  }

  /** Effects that stay as they are on both sides are left out. */
  private static TrialPage.Outcome result(TrialAnswer.Known known, Names names) {
    return new TrialPage.Outcome(
        null,
        null,
        known.towns().stream().map(TrialMapping::town).toList(),
        known.effects().stream()
            .filter(it -> it.raised() + it.cleared() > 0)
            .map(it -> effect(it, names))
            .toList(),
        known.unjudged().stream().map(names::rule).toList());
  }

  private static TrialPage.Town town(TriedTown it) {
    NotComputed why = it.notComputed();
    return new TrialPage.Town(
        it.town(),
        new Words(it.name(), it.nameEn()),
        standing(it.now()),
        standing(it.then()),
        why == null ? null : why.name());
  }

  private static TrialPage.@Nullable Standing standing(@Nullable Standing it) {
    if (it == null) {
      return null;
    }
    GreyBecause why = it.greyBecause();
    return new TrialPage.Standing(
        OverviewMapping.band(it.band()),
        why == null ? null : why.name(),
        OverviewMapping.number(it.shown()),
        it.shown() == null ? null : OverviewMapping.number(it.raw()));
  }

  private static TrialPage.Effect effect(RuleTrial.Effect it, Names names) {
    return new TrialPage.Effect(
        it.town(),
        names.place(it.town()),
        it.rule(),
        names.rule(it.rule()),
        it.now(),
        it.then(),
        it.raised(),
        it.cleared());
  }
}
