package cn.jianfu.group.workgroup.domain;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a work group becomes what it is: one event after the other. */
public final class WorkGroupHistory {

  private WorkGroupHistory() {}

  /** The group after the event; null stands for a group that nobody has seen. */
  public static WorkGroup evolve(@Nullable WorkGroup before, WorkGroupEvent event) {
    return switch (event) {
      case WorkGroupEvent.Observed(var id, var town, var on) -> {
        List<Transition> past = before == null ? List.of() : before.profile().transitions();
        Profile seen =
            new Profile(
                id, town, Facts.unknown(id), null, null, on, past, same(before), due(before));
        yield new Observed(seen.entering(GroupState.OBSERVED, on));
      }
      case WorkGroupEvent.Declared(var id, var town, var facts, var on) -> {
        Profile known =
            before == null
                ? new Profile(id, town, facts, null, null, null, List.of())
                : before.profile();
        yield new Declared(known.declared(facts, on).entering(GroupState.DECLARED, on), null);
      }
      default -> changed(Objects.requireNonNull(before, "only a known group can change"), event);
    };
  }

  private static WorkGroup changed(WorkGroup group, WorkGroupEvent event) {
    Profile profile = group.profile();
    LocalDate on = event.on();
    return switch (event) {
      case WorkGroupEvent.Observed _, WorkGroupEvent.Declared _ ->
          throw new IllegalStateException("begins a group");
      case WorkGroupEvent.DeclarationWithdrawn(WorkGroup former, _) ->
          former == null
              ? new Withdrawn(profile.undeclared().entering(GroupState.WITHDRAWN, on))
              // What was to be done by a day is not undone by it.
              : former.with(former.profile().due(profile.deadlines()));
      case WorkGroupEvent.TookOver(var after, _) -> after;
      case WorkGroupEvent.Joined(var into, _) ->
          new Joined(profile.entering(GroupState.JOINED, on), into, group);
      case WorkGroupEvent.GaveBack(var after, _) -> after;
      case WorkGroupEvent.Separated(var from, _) -> separated(group, from);
      case WorkGroupEvent.Filed it -> filed(group.with(profile.filed(it.filing())), on);
      case WorkGroupEvent.UseSeen _ -> group.with(profile.used(on));
      case WorkGroupEvent.Activated _ -> active(group.with(profile.used(on)), on);
      case WorkGroupEvent.Changed it -> group.with(profile.with(it.facts()));
      case WorkGroupEvent.Renamed it -> group.with(profile.renamed(it.name(), on));
      case WorkGroupEvent.OwnerChanged it ->
          group.with(
              profile.with(profile.facts().ownedBy(it.ownerUnit(), it.ownerRef(), it.ownerName())));
      case WorkGroupEvent.OwnerForgotten it -> it.after();
      case WorkGroupEvent.Warned _ ->
          new Warned(profile.entering(GroupState.WARNED, on), group.decision());
      case WorkGroupEvent.WarningLifted _ -> active(group, on);
      case WorkGroupEvent.Decided it -> decided(group, it.decision(), on);
      case WorkGroupEvent.DecisionWithdrawn it -> withdrawn(group, it);
      case WorkGroupEvent.Dissolved it ->
          new Dissolved(
              met(group).entering(GroupState.DISSOLVED, on),
              decisionOf(group).executed(on, it.restoreUntil()));
      case WorkGroupEvent.Merged _ ->
          new Merged(
              met(group).entering(GroupState.MERGED, on), decisionOf(group).executed(on, null));
      case WorkGroupEvent.Standardised _ ->
          standing(met(group), decisionOf(group).executed(on, null), on);
      case WorkGroupEvent.Restored it -> restored(group, it.deadlines(), on);
      case WorkGroupEvent.Archived _ ->
          new Archived(profile.entering(GroupState.ARCHIVED, on), decisionOf(group));
    };
  }

  /** As it was, and known not to be the other. */
  private static WorkGroup separated(WorkGroup group, GroupId from) {
    WorkGroup former = Objects.requireNonNull(((Joined) group).former(), "is kept");
    Profile profile = former.profile();
    return former.with(profile.being(profile.sameness().without(from)));
  }

  private static Sameness same(@Nullable WorkGroup before) {
    return before == null ? Sameness.UNKNOWN : before.profile().sameness();
  }

  private static Deadlines due(@Nullable WorkGroup before) {
    return before == null ? Deadlines.NONE : before.profile().deadlines();
  }

  private static WorkGroup filed(WorkGroup group, LocalDate on) {
    return group instanceof Declared(var profile, var decision)
        ? new Filed(profile.entering(GroupState.FILED, on), decision)
        : group;
  }

  private static WorkGroup active(WorkGroup group, LocalDate on) {
    return new Active(group.profile().entering(GroupState.ACTIVE, on), group.decision());
  }

  private static WorkGroup decided(WorkGroup group, CleanupDecision decision, LocalDate on) {
    Profile profile = group.profile().due(group.profile().deadlines().setBy(decision));
    return switch (decision.kind()) {
      case DISSOLVE -> new Dissolving(profile.entering(GroupState.DISSOLVING, on), decision);
      case MERGE -> new Merging(profile.entering(GroupState.MERGING, on), decision);
      // Deciding to keep a group does not file it.
      case KEEP, STANDARDISE ->
          !profile.isFiled()
              ? new Declared(profile, decision)
              : new Active(profile.entering(GroupState.ACTIVE, on), decision);
    };
  }

  private static WorkGroup withdrawn(WorkGroup group, WorkGroupEvent.DecisionWithdrawn event) {
    LocalDate on = event.on();
    Profile profile = group.profile().due(event.deadlines());
    CleanupDecision.Before before = event.before();
    CleanupDecision again = before == null ? null : before.decision();
    CleanupDecision decision = again == null ? decisionOf(group).withdrawn(on) : again.again(on);
    if (decision.isOpen()) {
      return decided(group.with(profile), decision, on);
    }
    if (group.state() == GroupState.WARNED) {
      // The warning is none of the decision's.
      return new Warned(profile, decision);
    }
    return before == null || !profile.isFiled()
        ? standing(profile, decision, on)
        : standingAgain(before.state(), profile, decision, on);
  }

  /** A filed group stands as it did; a decision alone has not put it to use. */
  private static WorkGroup standingAgain(
      GroupState before, Profile profile, CleanupDecision decision, LocalDate on) {
    if (before == GroupState.WARNED) {
      return new Warned(profile.entering(GroupState.WARNED, on), decision);
    }
    boolean isUnused = before == GroupState.DECLARED || before == GroupState.FILED;
    return isUnused && profile.usedSince() == null
        ? new Filed(profile.entering(GroupState.FILED, on), decision)
        : standing(profile, decision, on);
  }

  /** Where a group stands that nothing is to happen to. */
  private static WorkGroup standing(Profile profile, CleanupDecision decision, LocalDate on) {
    if (!profile.isFiled()) {
      return new Declared(profile.entering(GroupState.DECLARED, on), decision);
    }
    return profile.usedSince() != null || profile.wasEver(GroupState.ACTIVE)
        ? new Active(profile.entering(GroupState.ACTIVE, on), decision)
        : new Filed(profile.entering(GroupState.FILED, on), decision);
  }

  private static WorkGroup restored(WorkGroup group, Deadlines deadlines, LocalDate on) {
    Profile profile = group.profile().due(deadlines);
    CleanupDecision undone = decisionOf(group).undone(on);
    return !profile.isFiled()
        ? new Declared(profile.entering(GroupState.DECLARED, on), undone)
        : new Active(profile.entering(GroupState.ACTIVE, on), undone);
  }

  /** What was decided is done, and no day has to be kept for it any more. */
  private static Profile met(WorkGroup group) {
    Profile profile = group.profile();
    return profile.due(profile.deadlines().met(decisionOf(group).kind()));
  }

  private static CleanupDecision decisionOf(WorkGroup group) {
    return Objects.requireNonNull(group.decision(), "has been decided");
  }
}
