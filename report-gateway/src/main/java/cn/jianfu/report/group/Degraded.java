package cn.jianfu.report.group;

/** Why a group is shown from the gateway's own facts. */
public enum Degraded {
  /** group-service did not answer, or not in time. */
  AWAY,
  /** It does not let the caller see the group. */
  REFUSED,
  /** More is asked at the moment than is answered. */
  BUSY,
  /** The caller is signed in without a token to ask with. */
  NOT_ASKED
}
