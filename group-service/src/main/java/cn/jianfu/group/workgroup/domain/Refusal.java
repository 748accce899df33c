package cn.jianfu.group.workgroup.domain;

/** Why a command to a work group is declined. */
public enum Refusal {
  /** Nobody has declared the group. */
  NOT_DECLARED,
  /** The group is dissolved. */
  ALREADY_DISSOLVED,
  /** The group was merged into another. */
  ALREADY_MERGED,
  /** The group is archived. */
  ARCHIVED,
  /** The group goes on under its platform's id. */
  JOINED,
  /** Members or activity were reported under a register's key, and would not go along. */
  REPORTED_UNDER_KEY,
  /** The group was never joined. */
  NOT_JOINED,
  /** It was joined when what is needed to undo it was not kept yet. */
  JOIN_NOT_KEPT,
  /** What was taken over was carried out, or something else was taken over since. */
  JOIN_BUILT_ON,
  /** Something was decided or seen since, which what was said is the ground of. */
  BUILT_ON,
  /** What was found about it is so, as the district has said: the group is no error. */
  FINDING_CONFIRMED,
  /** A day that a decision had set has passed, and still binds. */
  DAY_MISSED,
  /** Members or activity were seen, so that there is such a group. */
  SEEN_IN_USE,
  /** Only a group in use can be warned. */
  NOT_ACTIVE,
  /** Another decision is still to be carried out or withdrawn. */
  DECISION_OPEN,
  /** There is no decision. */
  NO_DECISION,
  /** The decision has been carried out. */
  ALREADY_EXECUTED,
  /** A merge names the group that goes on. */
  MERGE_TARGET_MISSING,
  /** Only a merge names another group. */
  MERGE_TARGET_UNEXPECTED,
  /** Nobody knows the group that is to go on. */
  MERGE_TARGET_UNKNOWN,
  /** The group that is to go on is dissolved or merged, or is to be. */
  MERGE_TARGET_LEAVING,
  /** Other groups are still to be merged into this one. */
  MERGES_AWAITED,
  /** A group cannot be merged into itself. */
  MERGED_INTO_ITSELF,
  /** The decision would be due before it is taken. */
  DUE_BEFORE_DECIDED,
  /** Only a dissolved group can be restored or archived. */
  NOT_DISSOLVED,
  /** The restore window has passed. */
  RESTORE_WINDOW_PASSED,
  /** The restore window is still open. */
  RESTORE_WINDOW_OPEN,
  /** The day has not come yet. */
  DAY_IN_FUTURE,
  /** The day lies before the present state began. */
  DAY_BEFORE_PRESENT_STATE,
  /** The group would be created on a day that has not come. */
  CREATED_IN_FUTURE,
  /** The task would be completed on a day that has not come. */
  COMPLETED_IN_FUTURE,
  /** The group would have been approved on a day that has not come. */
  APPROVED_IN_FUTURE,
  /** The group would be valid until before it was created. */
  VALID_BEFORE_CREATED,
  /** The task would be completed before the group was created. */
  COMPLETED_BEFORE_CREATED
}
