package cn.jianfu.report.trial;

import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.group.RuleTrial;
import cn.jianfu.report.reference.domain.Fault;
import java.time.LocalDate;
import java.util.List;

/** How a trial ends. */
public sealed interface TrialAnswer {

  /**
   * What the other rules would do.
   *
   * @param ruleSet id and version of the rules in force, with which it is compared
   * @param effects by town and rule, of the towns that the caller may see
   * @param unjudged rules that cannot be judged with these numbers
   * @param towns those that are concerned, in division-code order, which is no ranking
   */
  record Known(
      LocalDate day,
      String ruleSet,
      List<RuleTrial.Effect> effects,
      List<String> unjudged,
      List<TriedTown> towns)
      implements TrialAnswer {}

  /** There are no rules yet. */
  record NoRules() implements TrialAnswer {}

  /** Numbers that could never be published. */
  record Faulty(List<Fault> faults) implements TrialAnswer {}

  /** group-service does not take these numbers, and says why. */
  record Declined(String why) implements TrialAnswer {}

  /** There is no answer, for this reason. */
  record Nothing(Degraded why) implements TrialAnswer {}
}
