package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.Verdict.accepted;
import static cn.jianfu.group.workgroup.domain.Verdict.declined;
import static cn.jianfu.group.workgroup.domain.WorkGroupDecisions.ended;
import static cn.jianfu.group.workgroup.domain.WorkGroupDecisions.notBefore;

import cn.jianfu.group.workgroup.domain.WorkGroup.Archived;
import cn.jianfu.group.workgroup.domain.WorkGroup.Dissolved;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deciding what becomes of a group, and doing it. */
final class Cleaning {

  private Cleaning() {}

  static Verdict decide(WorkGroup group, WorkGroupCommand.Decide command, Circumstances now) {
    CleanupDecision present = group.decision();
    if (present != null && stands(group, present) && present.saysTheSameAs(command)) {
      return accepted();
    }
    if (!group.state().isLive()) {
      return declined(ended(group));
    }
    CleanupDecision pending = present != null && present.isOpen() ? present : null;
    if (pending != null && !isOverruled(pending, command)) {
      return declined(Refusal.DECISION_OPEN);
    }
    // What somebody decided before the rule did, and is heard of after it, counts from then on.
    WorkGroupCommand.Decide decide =
        pending == null ? command : command.on(notBefore(group, command.on()));
    List<Refusal> flaws = flaws(group, decide, now.merges());
    if (!flaws.isEmpty()) {
      return new Verdict.Declined(flaws);
    }
    CleanupDecision taken =
        CleanupDecision.taken(decide, now.actor(), boundBy(group, decide, now), group);
    var decided = new WorkGroupEvent.Decided(taken, decide.on());
    return pending != null
        ? accepted(
            new WorkGroupEvent.DecisionWithdrawn(
                null,
                group.profile().deadlines().givenUp(pending.kind(), decide.on()),
                decide.on()),
            decided)
        : accepted(decided);
  }

  /** Who was to do something by a day has no more time because the same is decided again. */
  private static @Nullable LocalDate boundBy(
      WorkGroup group, WorkGroupCommand.Decide command, Circumstances now) {
    return now.setsDeadlines()
        ? null
        : group.profile().deadlines().binding(command.kind(), now.today(), now.reboundDays());
  }

  /** What a rule decided because nobody did stands until somebody does. */
  private static boolean isOverruled(CleanupDecision pending, WorkGroupCommand.Decide by) {
    return pending.isByRule() && by.origin() != DecisionOrigin.RULE;
  }

  static Verdict withdraw(WorkGroup group, LocalDate on, Circumstances now) {
    CleanupDecision decision = group.decision();
    if (decision == null) {
      return declined(Refusal.NO_DECISION);
    }
    if (decision.withdrawnOn() != null || standsAgain(decision, on)) {
      return accepted();
    }
    return decision.isWithdrawable()
        ? accepted(withdrawn(group, decision, notBefore(group, on), now))
        : declined(Refusal.ALREADY_EXECUTED);
  }

  /**
   * Whether it is the one that stands because a later one was withdrawn, and this is that
   * withdrawal once more. Another day it is meant itself, if there is anything to take back.
   */
  private static boolean standsAgain(CleanupDecision decision, LocalDate on) {
    LocalDate again = decision.againOn();
    return again != null
        && !decision.isOpen()
        && !(decision.isWithdrawable() && again.isBefore(on));
  }

  /**
   * Whatever was before is so again. Only the day that was set stays, for whoever decides the same
   * later; unless it was a slip, which is taken back on the day of it.
   */
  static WorkGroupEvent withdrawn(
      WorkGroup group, CleanupDecision decision, LocalDate on, Circumstances now) {
    CleanupDecision.Before before = decision.before();
    Deadlines givenUp = group.profile().deadlines().givenUp(decision.kind(), on);
    CleanupDecision stood = before == null ? null : before.decision();
    if (before == null || (stood != null && stood.isOpen() && isAwaited(stood, now))) {
      return new WorkGroupEvent.DecisionWithdrawn(null, givenUp, on);
    }
    boolean isSlip = decision.decidedOn().equals(now.today()) && !decision.isByRule();
    boolean goesOn = stood != null && stood.isOpen();
    boolean hadDay = Deadlines.Duty.of(decision.kind()) != null;
    return new WorkGroupEvent.DecisionWithdrawn(
        before, (isSlip && hadDay) || goesOn ? before.deadlines() : givenUp, on);
  }

  /** Others are to go on in it meanwhile, so that it is not to end by itself. */
  private static boolean isAwaited(CleanupDecision decision, Circumstances now) {
    return decision.ends() && now.merges().awaited();
  }

  static Verdict execute(WorkGroup group, LocalDate on, Circumstances now) {
    CleanupDecision decision = group.decision();
    if (decision != null && on.equals(decision.executedOn())) {
      return accepted();
    }
    if (decision == null || decision.withdrawnOn() != null) {
      return declined(Refusal.NO_DECISION);
    }
    if (decision.executedOn() != null) {
      return declined(Refusal.ALREADY_EXECUTED);
    }
    if (on.isBefore(decision.decidedOn()) || on.isBefore(group.profile().since())) {
      return declined(Refusal.DAY_BEFORE_PRESENT_STATE);
    }
    return switch (decision.kind()) {
      case DISSOLVE ->
          accepted(
              new WorkGroupEvent.Dissolved(on, lastDayOfRestoring(on, now.restoreWindowDays())));
      case MERGE -> merged(on, now.merges());
      case KEEP, STANDARDISE -> accepted(new WorkGroupEvent.Standardised(on));
    };
  }

  private static @Nullable LocalDate lastDayOfRestoring(LocalDate on, @Nullable Integer days) {
    return days == null ? null : on.plusDays(days);
  }

  /** Looked at again, because the group that was to go on may have been given up meanwhile. */
  private static Verdict merged(LocalDate on, MergeTies merges) {
    Refusal against = merges.againstMerging();
    return against == null ? accepted(new WorkGroupEvent.Merged(on)) : declined(against);
  }

  static Verdict restore(WorkGroup group, LocalDate on) {
    return switch (group) {
      case Dissolved it when on.isBefore(it.profile().since()) ->
          declined(Refusal.DAY_BEFORE_PRESENT_STATE);
      case Dissolved it when isOver(it.decision().restoreUntil(), on) ->
          declined(Refusal.RESTORE_WINDOW_PASSED);
      case Dissolved it -> accepted(new WorkGroupEvent.Restored(dueAgain(it, on), on));
      case Archived _ -> declined(Refusal.RESTORE_WINDOW_PASSED);
      default -> wasRestored(group) ? accepted() : declined(Refusal.NOT_DISSOLVED);
    };
  }

  /**
   * The group has not ended by the day that was set, so that day stays for whoever decides the same
   * later. What a rule decided and did at once had set nobody a day.
   */
  private static Deadlines dueAgain(Dissolved group, LocalDate on) {
    CleanupDecision undone = group.decision();
    Deadlines kept = group.profile().deadlines();
    boolean setNoDay = undone.isByRule() && undone.dueOn().equals(undone.decidedOn());
    return setNoDay ? kept : kept.setBy(undone).givenUp(undone.kind(), on);
  }

  static Verdict archive(WorkGroup group, LocalDate on) {
    return switch (group) {
      case Dissolved it when isOver(it.decision().restoreUntil(), on) ->
          accepted(new WorkGroupEvent.Archived(on));
      case Dissolved _ -> declined(Refusal.RESTORE_WINDOW_OPEN);
      case Archived _ -> accepted();
      default -> declined(Refusal.NOT_DISSOLVED);
    };
  }

  /** What is wrong with the decision as it was sent; only when nothing is, what is in its way. */
  private static List<Refusal> flaws(
      WorkGroup group, WorkGroupCommand.Decide command, MergeTies merges) {
    GroupId target = command.mergeInto();
    List<Refusal> flaws = new ArrayList<>();
    if (command.kind() == DecisionKind.MERGE && target == null) {
      flaws.add(Refusal.MERGE_TARGET_MISSING);
    }
    if (command.kind() != DecisionKind.MERGE && target != null) {
      flaws.add(Refusal.MERGE_TARGET_UNEXPECTED);
    }
    if (group.id().equals(target)) {
      flaws.add(Refusal.MERGED_INTO_ITSELF);
    }
    if (command.dueOn().isBefore(command.on())) {
      flaws.add(Refusal.DUE_BEFORE_DECIDED);
    }
    if (command.on().isBefore(group.profile().since())) {
      flaws.add(Refusal.DAY_BEFORE_PRESENT_STATE);
    }
    Refusal inTheWay = flaws.isEmpty() ? inTheWay(command.kind(), merges) : null;
    return inTheWay == null ? flaws : List.of(inTheWay);
  }

  private static @Nullable Refusal inTheWay(DecisionKind kind, MergeTies merges) {
    return switch (kind) {
      case DISSOLVE -> merges.awaited() ? Refusal.MERGES_AWAITED : null;
      case MERGE -> merges.awaited() ? Refusal.MERGES_AWAITED : merges.againstMerging();
      case KEEP, STANDARDISE -> null;
    };
  }

  /** A dissolution that was undone by a restoration says nothing any more. */
  private static boolean stands(WorkGroup group, CleanupDecision decision) {
    boolean endedIt = decision.executedOn() != null && decision.ends();
    return !(endedIt && group.state().isLive());
  }

  private static boolean isOver(@Nullable LocalDate lastDay, LocalDate on) {
    return lastDay != null && on.isAfter(lastDay);
  }

  private static boolean wasRestored(WorkGroup group) {
    var transitions = group.profile().transitions();
    return transitions.size() > 1
        && transitions.get(transitions.size() - 2).state() == GroupState.DISSOLVED;
  }
}
