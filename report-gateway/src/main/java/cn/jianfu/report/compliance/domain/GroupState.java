package cn.jianfu.report.compliance.domain;

/** States of a work group, as its owner publishes them. */
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
  /** Declared in error: there never was such a group. */
  WITHDRAWN,
  /** It is another group of the list, which has taken over its past. */
  JOINED;

  /** Whether the group still exists for its members. */
  public boolean live() {
    return !ended() && !neverWas();
  }

  /** Whether there never was a group of its own. */
  public boolean neverWas() {
    return this == WITHDRAWN || this == JOINED;
  }

  /** Whether it is on the register (在册). */
  public boolean registered() {
    return live() && this != OBSERVED && this != DECLARED;
  }

  /** Whether the group was cleaned up: dissolved, or merged away. */
  public boolean ended() {
    return this == DISSOLVED || this == MERGED || this == ARCHIVED;
  }
}
