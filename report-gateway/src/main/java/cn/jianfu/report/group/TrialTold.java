package cn.jianfu.report.group;

/** What group-service says to a trial of other numbers. */
public sealed interface TrialTold {

  record Known(RuleTrial trial) implements TrialTold {}

  /** It does not take these numbers, and says why. */
  record Declined(String why) implements TrialTold {}

  /** There is no answer, for this reason. */
  record Nothing(Degraded why) implements TrialTold {}
}
