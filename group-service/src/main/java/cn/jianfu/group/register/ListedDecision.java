package cn.jianfu.group.register;

import cn.jianfu.group.register.domain.Decision;
import cn.jianfu.group.workgroup.GroupRequests.TakeDecision;
import cn.jianfu.group.workgroup.domain.CleanupDecision;
import cn.jianfu.group.workgroup.domain.DecisionKind;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import org.jspecify.annotations.Nullable;

/**
 * 处置意见: what a row says is to become of its group.
 *
 * @param target name of the group that goes on; null when the row names none
 */
record ListedDecision(DecisionKind kind, @Nullable String target) {

  static @Nullable ListedDecision of(@Nullable Decision said) {
    return said == null
        ? null
        : new ListedDecision(DecisionKind.valueOf(said.kind().name()), said.target());
  }

  /** As a register would say it. */
  String words() {
    return target == null ? word(kind) : "并入" + target;
  }

  static String word(DecisionKind kind) {
    return switch (kind) {
      case KEEP -> "保留";
      case DISSOLVE -> "解散";
      case MERGE -> "合并";
      case STANDARDISE -> "规范";
    };
  }

  /** Whether that is what was decided already, on whatever day, and still counts. */
  boolean isTaken(@Nullable WorkGroup group) {
    CleanupDecision present = group == null ? null : group.decision();
    if (group == null || present == null || present.withdrawnOn() != null) {
      return false;
    }
    boolean isUndone = present.ends() && present.executedOn() != null && group.state().isLive();
    return present.kind() == kind && !isUndone;
  }

  TakeDecision into(@Nullable String groupId) {
    return new TakeDecision(kind, "台账处置意见：" + words(), groupId, null, null, null);
  }
}
