package cn.jianfu.group.workgroup.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A decision that was said along with a declaration, and is taken back with it. */
public record SaidDecision(DecisionKind kind, String reason, @Nullable GroupId mergeInto) {

  /** Whether a decision is this one, and nothing but that was done about it. */
  public boolean is(@Nullable CleanupDecision decision) {
    return decision != null
        && decision.withdrawnOn() == null
        && (decision.isOpen() || decision.kind() == DecisionKind.KEEP)
        && decision.origin() == DecisionOrigin.BY_HAND
        && decision.kind() == kind
        && decision.reason().equals(reason)
        && Objects.equals(decision.mergeInto(), mergeInto);
  }
}
