package cn.jianfu.group.workgroup.domain;

/** The words for the states of a work group; they are stored and sent. */
public enum GroupState {
  OBSERVED,
  DECLARED,
  FILED,
  ACTIVE,
  WARNED,
  DISSOLVING,
  DISSOLVED,
  MERGING,
  MERGED,
  ARCHIVED,
  /** It was declared in error: there is no such group, and there never was. */
  WITHDRAWN,
  /** It goes on under the id that its platform has for it: both were one group. */
  JOINED;

  /** Whether the group still exists for its members. */
  public boolean isLive() {
    return switch (this) {
      case OBSERVED, DECLARED, FILED, ACTIVE, WARNED, DISSOLVING, MERGING -> true;
      case DISSOLVED, MERGED, ARCHIVED, WITHDRAWN, JOINED -> false;
    };
  }
}
