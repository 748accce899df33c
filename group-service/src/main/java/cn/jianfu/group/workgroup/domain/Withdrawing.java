package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.Verdict.accepted;
import static cn.jianfu.group.workgroup.domain.Verdict.declined;
import static cn.jianfu.group.workgroup.domain.WorkGroupDecisions.ended;
import static cn.jianfu.group.workgroup.domain.WorkGroupDecisions.notBefore;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Taking back what was said about a group, while nothing was built on it. */
final class Withdrawing {

  private Withdrawing() {}

  static Verdict withdraw(
      @Nullable WorkGroup group, WorkGroupCommand.WithdrawDeclaration command, Circumstances now) {
    WorkGroup former = command.former();
    if (group == null) {
      return declined(Refusal.NOT_DECLARED);
    }
    if (isAgain(group, former)) {
      return accepted();
    }
    if (!group.isDeclared()) {
      return declined(Refusal.NOT_DECLARED);
    }
    if (!group.state().isLive()) {
      return declined(ended(group));
    }
    CleanupDecision decided = group.decision();
    boolean decidedWithIt = command.said() != null && command.said().is(decided);
    if (former == null && group.profile().usedSince() != null) {
      // There is such a group, whatever is wrong with what was said about it.
      return declined(Refusal.SEEN_IN_USE);
    }
    if (isBuiltOn(group, former, decidedWithIt) || (former == null && now.merges().awaited())) {
      return declined(Refusal.BUILT_ON);
    }
    if (former == null && now.confirmed()) {
      return declined(Refusal.FINDING_CONFIRMED);
    }
    if (former == null && !decidedWithIt && isOverdue(group, now)) {
      return declined(Refusal.DAY_MISSED);
    }
    LocalDate on = notBefore(group, command.on());
    var withdrawn = new WorkGroupEvent.DeclarationWithdrawn(former, on);
    return decided != null && decidedWithIt
        ? accepted(Cleaning.withdrawn(group, decided, on, now), withdrawn)
        : accepted(withdrawn);
  }

  /** Who has missed a day has not erred in declaring the group, whatever was withdrawn since. */
  private static boolean isOverdue(WorkGroup group, Circumstances now) {
    return group.profile().deadlines().isOverdue(now.today(), now.reboundDays());
  }

  private static boolean isAgain(WorkGroup group, @Nullable WorkGroup former) {
    return former == null
        ? group instanceof WorkGroup.Withdrawn
        : group.equals(former.with(former.profile().due(group.profile().deadlines())));
  }

  /** Decided about for good, joined with another, or not what that past has led to. */
  private static boolean isBuiltOn(
      WorkGroup group, @Nullable WorkGroup former, boolean decidedWithIt) {
    CleanupDecision decided = former == null ? null : former.decision();
    if (!decidedWithIt && !CleanupDecision.isAgain(group.decision(), decided)) {
      return true;
    }
    if (former == null) {
      return group.profile().wasDissolvedAfter(0) || !group.profile().sameness().taken().isEmpty();
    }
    return !former.id().equals(group.id())
        || !Objects.equals(former.profile().usedSince(), group.profile().usedSince())
        || !group.profile().hasBegunAs(former.profile())
        || group.profile().wasDissolvedAfter(former.profile().transitions().size());
  }
}
