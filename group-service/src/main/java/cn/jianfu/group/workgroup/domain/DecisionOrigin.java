package cn.jianfu.group.workgroup.domain;

/** Where a cleanup decision came from; the words are stored. */
public enum DecisionOrigin {
  /** Somebody said it of this group, in the console or from a town's system. */
  BY_HAND,
  /** It is what an answer of a self-check stands for, and gives way when that is another. */
  SELF_CHECK,
  /** A rule decided because nobody did. */
  RULE
}
