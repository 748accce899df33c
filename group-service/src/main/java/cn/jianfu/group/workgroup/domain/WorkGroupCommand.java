package cn.jianfu.group.workgroup.domain;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked of a work group. {@code on} is the day on which it is said to happen. */
public sealed interface WorkGroupCommand {

  LocalDate on();

  /** Members or activity arrived, so the group is in use; nobody may have declared it. */
  record Observe(GroupId id, String town, LocalDate on) implements WorkGroupCommand {}

  /** The unit says all that it has to say about the group, for the first time or again. */
  record Declare(GroupId id, String town, Facts facts, LocalDate on) implements WorkGroupCommand {}

  /** The same from a register, whose blanks say nothing. */
  record Complete(GroupId id, String town, Facts facts, LocalDate on) implements WorkGroupCommand {}

  /**
   * What was said about the group was an error: it is again as it was before.
   *
   * @param former the group then; null when nobody knew it
   * @param said what was decided with it; null for nothing
   */
  record WithdrawDeclaration(@Nullable WorkGroup former, @Nullable SaidDecision said, LocalDate on)
      implements WorkGroupCommand {

    public WithdrawDeclaration(@Nullable WorkGroup former, LocalDate on) {
      this(former, null, on);
    }
  }

  /** It was listed in a register before its platform's id appeared: it is that group, too. */
  record TakeOver(WorkGroup listed, LocalDate on) implements WorkGroupCommand {}

  /**
   * A platform's id for it has appeared: it goes on there.
   *
   * @param takenOver the group as it was taken over
   */
  record Join(GroupId into, WorkGroup takenOver, LocalDate on) implements WorkGroupCommand {}

  /**
   * An entry of a register is not this group after all: what it had taken over goes back.
   *
   * @param listed the entry as it was taken over
   */
  record GiveBack(WorkGroup listed, LocalDate on) implements WorkGroupCommand {}

  /** It is not the group that it was joined into: it is again as it was. */
  record Separate(LocalDate on) implements WorkGroupCommand {}

  /**
   * 备案.
   *
   * @param name that is filed; null for the one that the group has
   */
  record File(String filingNo, @Nullable String name, LocalDate on) implements WorkGroupCommand {

    public File(String filingNo, LocalDate on) {
      this(filingNo, null, on);
    }
  }

  /** 更名. */
  record Rename(String name, LocalDate on) implements WorkGroupCommand {}

  record ChangeOwner(
      @Nullable String ownerUnit,
      @Nullable String ownerRef,
      @Nullable String ownerName,
      LocalDate on)
      implements WorkGroupCommand {}

  /**
   * A person is not to be known any more.
   *
   * @param ownerRef of the person
   * @param ownerNames as they are written for it where no reference is known
   */
  record ForgetOwner(String ownerRef, Set<String> ownerNames, LocalDate on)
      implements WorkGroupCommand {}

  /** Tell the owner that the group looks abandoned, before anything is decided. */
  record Warn(LocalDate on) implements WorkGroupCommand {}

  record LiftWarning(LocalDate on) implements WorkGroupCommand {}

  record Decide(
      DecisionKind kind,
      String reason,
      LocalDate dueOn,
      @Nullable GroupId mergeInto,
      @Nullable String round,
      DecisionOrigin origin,
      LocalDate on)
      implements WorkGroupCommand {

    Decide on(LocalDate day) {
      return new Decide(kind, reason, dueOn, mergeInto, round, origin, day);
    }
  }

  record WithdrawDecision(LocalDate on) implements WorkGroupCommand {}

  /** What was decided has been done on the platform. */
  record ReportExecution(LocalDate on) implements WorkGroupCommand {}

  record Restore(LocalDate on) implements WorkGroupCommand {}

  /** Close the restore window of a dissolved group. */
  record Archive(LocalDate on) implements WorkGroupCommand {}
}
