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
 * @param withdrawnOn since when it is none any more: it was taken back, or, once executed, undone
 * @param askedFor the later day that was asked for, where one that was set before binds; else null
 * @param before what it is taken in place of, as long as it can be withdrawn; null when that is not
 *     known
 * @param againOn since when it stands again, because one that came after it was withdrawn
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
    @Nullable LocalDate withdrawnOn,
    @Nullable LocalDate askedFor,
    @Nullable Before before,
    @Nullable LocalDate againOn) {

  /**
   * How it was before a decision was taken, for when that is withdrawn.
   *
   * @param state of the group then
   * @param decision the one that stood; null for none
   */
  public record Before(GroupState state, @Nullable CleanupDecision decision, Deadlines deadlines) {

    static Before of(WorkGroup group) {
      CleanupDecision present = group.decision();
      return new Before(
          group.state(),
          present != null && CleanupDecision.stands(present) ? present.asBefore() : null,
          group.profile().deadlines());
    }
  }

  /**
   * The decision on a group.
   *
   * @param boundBy the day that was set before, if it binds
   */
  static CleanupDecision taken(
      WorkGroupCommand.Decide command, Actor by, @Nullable LocalDate boundBy, WorkGroup group) {
    LocalDate asked = command.dueOn();
    LocalDate due = boundBy != null && boundBy.isBefore(asked) ? boundBy : asked;
    boolean isDone = command.kind() == DecisionKind.KEEP;
    return new CleanupDecision(
        command.kind(),
        command.reason(),
        by,
        command.on(),
        due,
        command.mergeInto(),
        command.round(),
        command.origin(),
        // Keeping a group asks nothing of anybody, so it is done with the decision.
        isDone ? command.on() : null,
        null,
        null,
        due.equals(asked) ? null : asked,
        Before.of(group),
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

  /** Whether what it dissolved may still be restored on that day; without a last day, always. */
  boolean isRestorable(LocalDate on) {
    return restoreUntil == null || !on.isAfter(restoreUntil);
  }

  /** What is done keeps no chain of all that was decided before it. */
  private CleanupDecision asBefore() {
    return isOpen() ? this : become(executedOn, restoreUntil, withdrawnOn, null, againOn);
  }

  /** Whether it can be taken back: nothing was done by it, as keeping a group is nothing done. */
  boolean isWithdrawable() {
    return withdrawnOn == null && (executedOn == null || kind == DecisionKind.KEEP);
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

  /**
   * Whether what is decided is what was decided then: what came in between was withdrawn.
   *
   * @param now null for nothing
   * @param then null for nothing
   */
  public static boolean isAgain(@Nullable CleanupDecision now, @Nullable CleanupDecision then) {
    if (then == null) {
      return now == null || now.withdrawnOn != null;
    }
    if (now == null) {
      return false;
    }
    return now.equals(then)
        || (now.withdrawnOn != null ? !stands(then) : now.alone().equals(then.alone()));
  }

  /** Whatever it was taken in place of, and whether it stands for the first time. */
  private CleanupDecision alone() {
    return become(executedOn, restoreUntil, withdrawnOn, null, null);
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
        && (dueOn.equals(command.dueOn()) || command.dueOn().equals(askedFor))
        && Objects.equals(mergeInto, command.mergeInto())
        && Objects.equals(round, command.round());
  }

  CleanupDecision executed(LocalDate on, @Nullable LocalDate restorableUntil) {
    return become(on, restorableUntil, null, null, againOn);
  }

  /** Carried out, and none any more since that day. */
  CleanupDecision undone(LocalDate on) {
    return become(executedOn, null, on, null, againOn);
  }

  CleanupDecision withdrawn(LocalDate on) {
    return become(null, null, on, null, againOn);
  }

  CleanupDecision again(@Nullable LocalDate on) {
    return become(executedOn, restoreUntil, withdrawnOn, before, on);
  }

  /** The same decision, with what became of it. */
  private CleanupDecision become(
      @Nullable LocalDate executed,
      @Nullable LocalDate restorableUntil,
      @Nullable LocalDate withdrawn,
      @Nullable Before brought,
      @Nullable LocalDate again) {
    return new CleanupDecision(
        kind,
        reason,
        decidedBy,
        decidedOn,
        dueOn,
        mergeInto,
        round,
        origin,
        executed,
        restorableUntil,
        withdrawn,
        askedFor,
        brought,
        again);
  }
}
