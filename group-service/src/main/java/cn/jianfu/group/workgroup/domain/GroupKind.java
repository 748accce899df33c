package cn.jianfu.group.workgroup.domain;

/** For how long a group is meant: 固定, 临时, 阶段, 应急. */
public enum GroupKind {
  PERMANENT,
  TEMPORARY,
  STAGE,
  EMERGENCY
}
