package cn.jianfu.group.register.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the unit means to do with a group.
 *
 * @param target the name of the group to merge into, where the register says it
 */
public record Decision(Kind kind, @Nullable String target) {

  /** 保留, 解散, 合并, 规范. */
  public enum Kind {
    KEEP,
    DISSOLVE,
    MERGE,
    STANDARDISE
  }
}
