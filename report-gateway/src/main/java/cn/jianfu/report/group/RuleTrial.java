package cn.jianfu.report.group;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other numbers would do, as group-service computed it.
 *
 * @param ruleSet id and version of the rules in force
 * @param effects by town and rule
 * @param unjudged rules that cannot be judged with these numbers
 */
public record RuleTrial(
    LocalDate day, String ruleSet, List<Effect> effects, List<String> unjudged) {

  /**
   * Findings of one rule in one town, by the rules in force and by the others.
   *
   * @param exposure live subjects that the rule could judge; null where an earlier version answers
   * @param unjudged those that it could not; null likewise
   * @param raisedIds ids of the findings that there would be besides; null where more come and go
   *     than are told one by one
   * @param clearedIds of those that there would be no longer; null likewise
   */
  public record Effect(
      String town,
      String rule,
      int now,
      int then,
      int raised,
      int cleared,
      @Nullable Both exposure,
      @Nullable Both unjudged,
      @Nullable List<String> raisedIds,
      @Nullable List<String> clearedIds) {

    /** Whether anything would be otherwise. */
    public boolean changes() {
      return raised + cleared > 0 || judgesOtherwise();
    }

    /** Whether the rule could judge more or less. */
    public boolean judgesOtherwise() {
      return exposure != null && unjudged != null && (exposure.differs() || unjudged.differs());
    }
  }

  /** A number by the rules in force, and by the others. */
  public record Both(int now, int then) {
    boolean differs() {
      return now != then;
    }
  }
}
