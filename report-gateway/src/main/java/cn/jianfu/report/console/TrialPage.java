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
   * @param words what was said against it, or what would do; null when nothing was
   * @param towns those that are concerned
   * @param effects where findings come or go
   */
  record Outcome(
      @Nullable String problem,
      @Nullable String words,
      List<Town> towns,
      List<Effect> effects,
      List<Words> unjudged) {

    static Outcome problem(String key) {
      return problem(key, null);
    }

    static Outcome problem(String key, @Nullable String words) {
      return new Outcome(key, words, List.of(), List.of(), List.of());
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

    /** How many towns would be in another band. */
    public long inAnotherBand() {
      return towns.stream().filter(Town::changesBand).count();
    }

    /** How many towns would have another index and stay in their band. */
    public long otherIndex() {
      return towns.stream().filter(it -> it.changes() && !it.changesBand()).count();
    }

    public long notComputed() {
      return towns.stream().filter(it -> it.notComputed() != null).count();
    }
  }

  /**
   * A town on both sides.
   *
   * @param now null when it was not computed
   * @param notComputed why not: the end of a key of the bundles
   */
  record Town(
      String code,
      Words name,
      @Nullable Standing now,
      @Nullable Standing then,
      @Nullable String notComputed) {

    public boolean changes() {
      return now != null && !now.equals(then);
    }

    public boolean changesBand() {
      return now != null && then != null && now.band() != then.band();
    }

    /** Then less now; null where a side has none. */
    public @Nullable Double delta() {
      Double from = now == null ? null : now.score();
      Double to = then == null ? null : then.score();
      return from == null || to == null ? null : to - from;
    }
  }

  /**
   * How a town stands.
   *
   * @param grey why there is no band: the end of a key of the bundles; null when there is one
   * @param score the index; null where too little is known
   * @param raw the index of all findings, whatever people said of them; null likewise
   */
  record Standing(Band band, @Nullable String grey, @Nullable Double score, @Nullable Double raw) {}

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
