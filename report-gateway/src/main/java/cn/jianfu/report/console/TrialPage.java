package cn.jianfu.report.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another number would do.
 *
 * @param choices the numbers in force that rules of groups use
 * @param now the chosen number in force; null before one is chosen
 * @param outcome what it came to; null before anything was tried
 */
record TrialPage(
    String ruleSet,
    TrialForm form,
    List<RuleSetPage.Threshold> choices,
    @Nullable String now,
    @Nullable Outcome outcome) {

  /**
   * How a trial ended.
   *
   * @param problem a key of the bundles; null when there is a result
   * @param words what the owning service said against it; null when it said nothing
   */
  record Outcome(
      @Nullable String problem,
      @Nullable String words,
      List<Effect> effects,
      List<Words> unjudged) {

    static Outcome problem(String key) {
      return new Outcome(key, null, List.of(), List.of());
    }

    /** Whether anything would come or go. */
    public boolean changes() {
      return effects.stream().anyMatch(it -> it.raised() + it.cleared() > 0);
    }

    public int raised() {
      return effects.stream().mapToInt(Effect::raised).sum();
    }

    public int cleared() {
      return effects.stream().mapToInt(Effect::cleared).sum();
    }
  }

  /** Findings of one rule in one town on both sides. */
  record Effect(
      String town,
      Words townName,
      String rule,
      Words ruleName,
      int now,
      int then,
      int raised,
      int cleared) {}
}
