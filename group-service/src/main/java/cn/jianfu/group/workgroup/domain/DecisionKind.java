package cn.jianfu.group.workgroup.domain;

/** The four kinds of cleanup decision: 解散, 合并, 保留, 规范. */
public enum DecisionKind {
  DISSOLVE,
  MERGE,
  KEEP,
  STANDARDISE
}
