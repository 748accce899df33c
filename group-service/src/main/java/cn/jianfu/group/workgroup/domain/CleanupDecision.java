package cn.jianfu.group.workgroup.domain;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cleanup decision (处置决定) and what became of it.
 *
 * @param mergeInto the group that goes on, for MERGE
 * @param round the inspection round that it belongs to, if any
 * @param origin where it came from
 * @param restoreUntil last day on which an executed dissolution can be undone
 */
public record CleanupDecision(
    DecisionKind kind,
    String reason,
    Actor decidedBy,
    LocalDate decidedOn,
    LocalDate dueOn,
    @Nullable GroupId mergeInto,
    @Nullable String round,
    DecisionOrigin origin,
    @Nullable LocalDate executedOn,
    @Nullable LocalDate restoreUntil,
    @Nullable LocalDate withdrawnOn) {

  static CleanupDecision taken(WorkGroupCommand.Decide command, Actor by) {
    return new CleanupDecision(
        command.kind(),
        command.reason(),
        by,
        command.on(),
        command.dueOn(),
        command.mergeInto(),
        command.round(),
        command.origin(),
        // Keeping a group asks nothing of anybody, so it is done with the decision.
        command.kind() == DecisionKind.KEEP ? command.on() : null,
        null,
        null);
  }

  /** Whether the group ends by it. */
  public boolean ends() {
    return kind == DecisionKind.DISSOLVE || kind == DecisionKind.MERGE;
  }

  /** Whether a rule took it, and nobody else. */
  public boolean isByRule() {
    return origin == DecisionOrigin.RULE;
  }

  /** Whether something is still to be done about it. */
  public boolean isOpen() {
    return executedOn == null && withdrawnOn == null;
  }

  /** Whether it is that decision, whatever became of it. */
  boolean isThat(CleanupDecision other) {
    return other.kind == kind
        && other.decidedOn.equals(decidedOn)
        && other.decidedBy.equals(decidedBy)
        && other.reason.equals(reason)
        && Objects.equals(other.mergeInto, mergeInto);
  }

  /** A decision that was carried out and undone again says nothing any more. */
  static boolean stands(@Nullable CleanupDecision decision) {
    return decision != null
        && decision.withdrawnOn == null
        && !(decision.ends() && decision.executedOn != null);
  }

  boolean saysTheSameAs(WorkGroupCommand.Decide command) {
    return withdrawnOn == null
        && kind == command.kind()
        && reason.equals(command.reason())
        && dueOn.equals(command.dueOn())
        && Objects.equals(mergeInto, command.mergeInto())
        && Objects.equals(round, command.round());
  }

  CleanupDecision executed(LocalDate on, @Nullable LocalDate restorableUntil) {
    return new CleanupDecision(
        kind,
        reason,
        decidedBy,
        decidedOn,
        dueOn,
        mergeInto,
        round,
        origin,
        on,
        restorableUntil,
        null);
  }

  CleanupDecision withdrawn(LocalDate on) {
    return new CleanupDecision(
        kind, reason, decidedBy, decidedOn, dueOn, mergeInto, round, origin, null, null, on);
  }
}
