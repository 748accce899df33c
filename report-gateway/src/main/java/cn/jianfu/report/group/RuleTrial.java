package cn.jianfu.report.group;

import java.time.LocalDate;
import java.util.List;

/**
 * What other numbers would do, as group-service computed it.
 *
 * @param ruleSet id and version of the rules in force
 * @param effects by town and rule
 * @param unjudged rules that cannot be judged with these numbers
 */
public record RuleTrial(
    LocalDate day, String ruleSet, List<Effect> effects, List<String> unjudged) {

  /** Findings of one rule in one town, by the rules in force and by the others. */
  public record Effect(String town, String rule, int now, int then, int raised, int cleared) {}
}
