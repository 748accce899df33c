package cn.jianfu.report.group;

/** What group-service says when it is asked for a list, or told the answers to one. */
public sealed interface ListTold {

  /** The list as it stands. */
  record Known(SelfCheckList list) implements ListTold {}

  /** It takes no such answers, and says why. */
  record Declined(int status, Refused because) implements ListTold {}

  /** There is no answer, for this reason. */
  record Nothing(Degraded why) implements ListTold {}
}
