package cn.jianfu.report.compliance.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A cleanup decision (处置决定) with its days. */
public record CleanupDecision(
    Kind kind,
    LocalDate decidedOn,
    LocalDate dueOn,
    @Nullable String round,
    @Nullable LocalDate executedOn,
    @Nullable LocalDate withdrawnOn) {

  /** The four kinds: 解散, 合并, 保留, 规范. */
  public enum Kind {
    DISSOLVE,
    MERGE,
    KEEP,
    STANDARDISE
  }

  /** Whether it stood on that day. */
  public boolean standsOn(LocalDate day) {
    return !decidedOn.isAfter(day) && (withdrawnOn == null || withdrawnOn.isAfter(day));
  }

  /** Whether it had been carried out by that day. */
  public boolean executedOn(LocalDate day) {
    return executedOn != null && !executedOn.isAfter(day);
  }

  /** Whether the group is no more once it is carried out. */
  public boolean endsTheGroup() {
    return kind == Kind.DISSOLVE || kind == Kind.MERGE;
  }

  /** Keeping a group asks for nothing to be done. */
  public boolean asksForExecution() {
    return kind != Kind.KEEP;
  }
}
