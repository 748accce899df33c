package cn.jianfu.report.group;

/** Why a group is shown from the gateway's own facts. */
public enum Degraded {
  /** group-service did not answer, or not in time. */
  AWAY,
  /** It does not let the caller see the group. */
  REFUSED,
  /** More is asked at the moment than is answered. */
  BUSY,
  /** It does not know the group, of which events have told. */
  UNKNOWN,
  /** The caller has no token, or none that is taken, to ask with. */
  NOT_ASKED
}
