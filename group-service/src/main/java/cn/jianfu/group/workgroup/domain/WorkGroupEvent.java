package cn.jianfu.group.workgroup.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened to a work group, on which day. */
public sealed interface WorkGroupEvent {

  LocalDate on();

  record Observed(GroupId id, String town, LocalDate on) implements WorkGroupEvent {}

  record Declared(GroupId id, String town, Facts facts, LocalDate on) implements WorkGroupEvent {}

  /**
   * What was said about the group was an error.
   *
   * @param former the group before; null when nobody knew it
   */
  record DeclarationWithdrawn(@Nullable WorkGroup former, LocalDate on) implements WorkGroupEvent {}

  /** It is what a register listed, too, and has what that one had. */
  record TookOver(WorkGroup after, LocalDate on) implements WorkGroupEvent {}

  /** It goes on under the id that its platform has for it. */
  record Joined(GroupId into, LocalDate on) implements WorkGroupEvent {}

  /** What it had taken over from an entry that it is not is given back. */
  record GaveBack(WorkGroup after, LocalDate on) implements WorkGroupEvent {}

  /** It is not the group under that id, and is again as it was. */
  record Separated(GroupId from, LocalDate on) implements WorkGroupEvent {}

  record Filed(Filing filing, LocalDate on) implements WorkGroupEvent {}

  /** A group is in use, and stands where it did. */
  record UseSeen(LocalDate on) implements WorkGroupEvent {}

  /** A filed group is in use. */
  record Activated(LocalDate on) implements WorkGroupEvent {}

  record Changed(Facts facts, LocalDate on) implements WorkGroupEvent {}

  record Renamed(String name, String formerName, LocalDate on) implements WorkGroupEvent {}

  record OwnerChanged(
      @Nullable String ownerUnit,
      @Nullable String ownerRef,
      @Nullable String ownerName,
      LocalDate on)
      implements WorkGroupEvent {}

  /**
   * A person is not known any more, here and in what the group was before.
   *
   * @param asOwner whether it was the present owner
   */
  record OwnerForgotten(WorkGroup after, boolean asOwner, LocalDate on) implements WorkGroupEvent {}

  record Warned(LocalDate on) implements WorkGroupEvent {}

  record WarningLifted(LocalDate on) implements WorkGroupEvent {}

  record Decided(CleanupDecision decision, LocalDate on) implements WorkGroupEvent {}

  /**
   * A decision is none any more.
   *
   * @param before what stands again; null when nothing did, or it is not known
   * @param deadlines by when something is to have happened all the same
   */
  record DecisionWithdrawn(
      CleanupDecision.@Nullable Before before, Deadlines deadlines, LocalDate on)
      implements WorkGroupEvent {}

  /** A decided dissolution was carried out. */
  record Dissolved(LocalDate on, @Nullable LocalDate restoreUntil) implements WorkGroupEvent {}

  /** A decided merge was carried out. */
  record Merged(LocalDate on) implements WorkGroupEvent {}

  /** What had to be put right was put right. */
  record Standardised(LocalDate on) implements WorkGroupEvent {}

  /**
   * A dissolution was undone.
   *
   * @param deadlines by when the group is to have ended all the same, if that is decided again
   */
  record Restored(Deadlines deadlines, LocalDate on) implements WorkGroupEvent {}

  record Archived(LocalDate on) implements WorkGroupEvent {}
}
