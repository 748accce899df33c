package cn.jianfu.group.workgroup.domain;

/** How far what is known of a group can be trusted, least first. */
public enum Confidence {
  DECLARED,
  IMPORTED,
  API;

  Confidence orBetter(Confidence other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
