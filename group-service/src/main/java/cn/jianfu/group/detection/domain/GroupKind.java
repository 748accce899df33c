package cn.jianfu.group.detection.domain;

/** For how long a group is meant to live: 固定, 临时, 阶段, 应急; or nobody says. */
public enum GroupKind {
  PERMANENT,
  TEMPORARY,
  STAGE,
  EMERGENCY,
  UNKNOWN;

  boolean isMeantToEnd() {
    return this == TEMPORARY || this == STAGE || this == EMERGENCY;
  }
}
