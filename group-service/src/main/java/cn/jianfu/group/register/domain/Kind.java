package cn.jianfu.group.register.domain;

/** For how long a group is meant: 固定, 临时, 阶段, 应急. */
public enum Kind {
  PERMANENT,
  TEMPORARY,
  STAGE,
  EMERGENCY
}
