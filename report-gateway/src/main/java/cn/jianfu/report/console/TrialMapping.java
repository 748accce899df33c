package cn.jianfu.report.console;

import cn.jianfu.report.group.RuleTrial;
import cn.jianfu.report.group.TrialTold;
import cn.jianfu.report.reference.domain.RuleSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the page on which another number is tried. */
final class TrialMapping {

  /** Numbers of other areas, and those that judge towns and not groups. */
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
            .filter(it -> OF_GROUPS.stream().anyMatch(it.getKey()::startsWith))
            .map(it -> new RuleSetPage.Threshold(it.getKey(), it.getValue().toPlainString()))
            .toList();
    Optional<String> now =
        choices.stream()
            .filter(it -> it.key().equals(form.key()))
            .map(RuleSetPage.Threshold::value)
            .findFirst();
    return new TrialPage(inForce.key(), form, choices, now.orElse(null), outcome);
  }

  static TrialPage.Outcome outcome(TrialTold told, Names names) {
    return switch (told) {
      case TrialTold.Known(var trial) -> result(trial, names);
      case TrialTold.Declined(var why) ->
          new TrialPage.Outcome("trial.declined", why, List.of(), List.of());
      case TrialTold.Nothing(var why) -> TrialPage.Outcome.problem("trial.nothing." + why.name());
    };
  }

  /** What stays as it is on both sides is left out. */
  private static TrialPage.Outcome result(RuleTrial trial, Names names) {
    return new TrialPage.Outcome(
        null,
        null,
        trial.effects().stream()
            .filter(it -> it.raised() + it.cleared() > 0)
            .map(it -> effect(it, names))
            .toList(),
        trial.unjudged().stream().map(names::rule).toList());
  }

  private static TrialPage.Effect effect(RuleTrial.Effect it, Names names) {
    return new TrialPage.Effect(
        it.town(),
        names.unit(it.town()),
        it.rule(),
        names.rule(it.rule()),
        it.now(),
        it.then(),
        it.raised(),
        it.cleared());
  }
}
