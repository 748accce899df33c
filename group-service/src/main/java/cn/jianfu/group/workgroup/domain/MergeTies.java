package cn.jianfu.group.workgroup.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a decision about one group has to know of the others that merges tie it to.
 *
 * @param target how the group stands that this one is, or is to be, merged into; null for none
 * @param awaited whether other groups are still to be merged into this one
 */
public record MergeTies(@Nullable Target target, boolean awaited) {

  /** How the group stands that another is to go on in. */
  public enum Target {
    STAYING,
    /** It is dissolved or merged, or is to be. */
    LEAVING,
    /** Nobody knows it, or nobody of this town. */
    UNKNOWN
  }

  public static final MergeTies NONE = new MergeTies(null, false);

  /** What stands against merging into the target; null when nothing does. */
  @Nullable Refusal againstMerging() {
    return switch (target) {
      case null -> null;
      case STAYING -> null;
      case LEAVING -> Refusal.MERGE_TARGET_LEAVING;
      case UNKNOWN -> Refusal.MERGE_TARGET_UNKNOWN;
    };
  }
}
