package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.Verdict.accepted;
import static cn.jianfu.group.workgroup.domain.Verdict.declined;

import cn.jianfu.group.workgroup.domain.WorkGroup.Active;
import cn.jianfu.group.workgroup.domain.WorkGroup.Archived;
import cn.jianfu.group.workgroup.domain.WorkGroup.Declared;
import cn.jianfu.group.workgroup.domain.WorkGroup.Dissolved;
import cn.jianfu.group.workgroup.domain.WorkGroup.Dissolving;
import cn.jianfu.group.workgroup.domain.WorkGroup.Filed;
import cn.jianfu.group.workgroup.domain.WorkGroup.Joined;
import cn.jianfu.group.workgroup.domain.WorkGroup.Merged;
import cn.jianfu.group.workgroup.domain.WorkGroup.Merging;
import cn.jianfu.group.workgroup.domain.WorkGroup.Observed;
import cn.jianfu.group.workgroup.domain.WorkGroup.Warned;
import cn.jianfu.group.workgroup.domain.WorkGroup.Withdrawn;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.Archive;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.ChangeOwner;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.Complete;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.Decide;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.Declare;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.File;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.ForgetOwner;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.GiveBack;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.Join;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.LiftWarning;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.Observe;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.Rename;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.ReportExecution;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.Restore;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.Separate;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.TakeOver;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.Warn;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.WithdrawDecision;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand.WithdrawDeclaration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which commands a work group follows, and which it declines. */
public final class WorkGroupDecisions {

  private WorkGroupDecisions() {}

  /** The events that the command leads to; null stands for a group that nobody has seen. */
  public static Verdict decide(
      @Nullable WorkGroup group, WorkGroupCommand command, Circumstances now) {
    Verdict verdict = onItsDay(group, command, now);
    return command.on().isAfter(now.today()) ? inFuture(verdict) : verdict;
  }

  /** Not before its day has come; said along is what else would be against it. */
  private static Verdict inFuture(Verdict otherwise) {
    List<Refusal> all = new ArrayList<>();
    all.add(Refusal.DAY_IN_FUTURE);
    if (otherwise instanceof Verdict.Declined(var more)) {
      all.addAll(more);
    }
    return new Verdict.Declined(all);
  }

  private static Verdict onItsDay(
      @Nullable WorkGroup group, WorkGroupCommand command, Circumstances now) {
    if (command instanceof ForgetOwner(var person, var names, var on)) {
      return group == null ? accepted() : new Forgetting(person, names).decide(group, on);
    }
    if (group instanceof Joined joined) {
      return ofJoined(joined, command);
    }
    return switch (command) {
      case Observe it -> Declaring.observe(group, it);
      case Declare it ->
          Declaring.declare(group, it.id(), it.town(), it.facts(), false, it.on(), now.today());
      case Complete it ->
          Declaring.declare(group, it.id(), it.town(), it.facts(), true, it.on(), now.today());
      case TakeOver it when group instanceof Observed -> Joining.takeOver(group, it, now);
      case WithdrawDeclaration it -> Withdrawing.withdraw(group, it, now);
      default ->
          group == null || !group.isDeclared()
              ? declined(Refusal.NOT_DECLARED)
              : ofDeclared(group, command, now);
    };
  }

  private static Verdict ofJoined(Joined group, WorkGroupCommand command) {
    return switch (command) {
      case Join join when join.into().equals(group.into()) -> accepted();
      case Separate it -> Separating.separate(group, it.on());
      default -> declined(Refusal.JOINED);
    };
  }

  private static Verdict ofDeclared(WorkGroup group, WorkGroupCommand command, Circumstances now) {
    return switch (command) {
      case Observe _, Declare _, Complete _, WithdrawDeclaration _, ForgetOwner _ ->
          throw new IllegalStateException("decided before");
      case TakeOver it -> Joining.takeOver(group, it, now);
      case Join it -> Joining.join(group, it, now);
      case GiveBack it -> Separating.giveBack(group, it, now);
      case Separate _ -> Separating.separateAgain(group);
      case File it -> Declaring.file(group, it);
      case Rename it -> Declaring.change(group, group.profile().facts().named(it.name()), it.on());
      case ChangeOwner it ->
          Declaring.change(
              group,
              group.profile().facts().ownedBy(it.ownerUnit(), it.ownerRef(), it.ownerName()),
              it.on());
      case Warn it -> warn(group, it.on());
      case LiftWarning it ->
          group instanceof Warned
              ? accepted(new WorkGroupEvent.WarningLifted(notBefore(group, it.on())))
              : accepted();
      case Decide it -> Cleaning.decide(group, it, now);
      case WithdrawDecision it -> Cleaning.withdraw(group, it.on(), now);
      case ReportExecution it -> Cleaning.execute(group, it.on(), now);
      case Restore it -> Cleaning.restore(group, it.on());
      case Archive it -> Cleaning.archive(group, it.on());
    };
  }

  private static Verdict warn(WorkGroup group, LocalDate on) {
    return switch (group) {
      case Active _ -> accepted(new WorkGroupEvent.Warned(notBefore(group, on)));
      case Warned _ -> accepted();
      case Observed _, Declared _, Filed _, Dissolving _, Merging _ -> declined(Refusal.NOT_ACTIVE);
      case Withdrawn _, Joined _ -> declined(Refusal.NOT_DECLARED);
      case Dissolved _, Merged _, Archived _ -> declined(ended(group));
    };
  }

  /** Why nothing more can be done to a group that has ended. */
  static Refusal ended(WorkGroup group) {
    return switch (group) {
      case Merged _ -> Refusal.ALREADY_MERGED;
      case Archived _ -> Refusal.ARCHIVED;
      default -> Refusal.ALREADY_DISSOLVED;
    };
  }

  /** The day, or the one on which the present state began when that is later. */
  static LocalDate notBefore(WorkGroup group, LocalDate on) {
    LocalDate since = group.profile().since();
    return on.isBefore(since) ? since : on;
  }
}
