package cn.jianfu.report.group;

/** What group-service says when it is asked for a unit's word on secrecy, or told one. */
public sealed interface SecrecyTold {

  /** The unit's word as it stands. */
  record Known(UnitSecrecy secrecy) implements SecrecyTold {}

  /** It does not take that, and says why. */
  record Declined(int status, Refused because) implements SecrecyTold {}

  /** There is no answer, for this reason. */
  record Nothing(Degraded why) implements SecrecyTold {}
}
