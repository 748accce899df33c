package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.Verdict.accepted;
import static cn.jianfu.group.workgroup.domain.Verdict.declined;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two that were made one are two after all. */
final class Separating {

  private Separating() {}

  /** The register's entry is again as it was. */
  static Verdict separate(WorkGroup.Joined entry, LocalDate on) {
    return entry.former() == null
        ? declined(Refusal.JOIN_NOT_KEPT)
        : accepted(
            new WorkGroupEvent.Separated(entry.into(), WorkGroupDecisions.notBefore(entry, on)));
  }

  static Verdict separateAgain(WorkGroup entry) {
    return entry.profile().sameness().notThese().isEmpty()
        ? declined(Refusal.NOT_JOINED)
        : accepted();
  }

  /**
   * What was taken over goes, where nobody has said otherwise since; what happened to the group
   * since stays. The latest that was taken over goes first, for the next was built on it.
   */
  static Verdict giveBack(WorkGroup known, WorkGroupCommand.GiveBack command, Circumstances now) {
    Sameness sameness = known.profile().sameness();
    WorkGroup listed = command.listed();
    if (!sameness.hasTaken(listed.id())) {
      return accepted();
    }
    Sameness.Taken taken = sameness.taken().getLast();
    if (!taken.from().equals(listed.id()) || isCarriedOut(known, listed)) {
      return declined(Refusal.JOIN_BUILT_ON);
    }
    if (!known.state().isLive()) {
      return declined(WorkGroupDecisions.ended(known));
    }
    WorkGroup after = without(listed, taken, known, command.on());
    if (now.merges().awaited() && Joining.isLeaving(after) && !Joining.isLeaving(known)) {
      return declined(Refusal.MERGES_AWAITED);
    }
    return accepted(new WorkGroupEvent.GaveBack(after, command.on()));
  }

  /** Whether the decision of the entry was carried out on the other. */
  private static boolean isCarriedOut(WorkGroup known, WorkGroup listed) {
    CleanupDecision own = known.decision();
    CleanupDecision theirs = listed.decision();
    return own != null
        && theirs != null
        && own.isThat(theirs)
        && own.executedOn() != null
        && theirs.executedOn() == null;
  }

  private static WorkGroup without(
      WorkGroup listed, Sameness.Taken taken, WorkGroup known, LocalDate day) {
    Profile own = known.profile();
    Profile before = taken.before().profile();
    Profile theirs = listed.profile();
    Filing filing = own.filing();
    boolean isFilingTheirs = !before.isFiled() && filing != null && filing.isThat(theirs.filing());
    CleanupDecision decision = decision(known, listed, taken.before());
    Facts facts = own.facts().without(theirs.facts(), before.facts());
    LocalDate on = WorkGroupDecisions.notBefore(known, day);
    boolean isOnlySeen =
        !taken.before().isDeclared()
            && own.facts().equals(theirs.facts())
            && (isFilingTheirs || filing == null)
            && decision == null;
    Profile profile =
        new Profile(
            own.id(),
            own.town(),
            isOnlySeen ? before.facts() : facts,
            isOnlySeen || before.declaredOn() != null ? before.declaredOn() : on,
            isFilingTheirs ? null : filing,
            own.usedSince(),
            life(before, own.transitions(), taken.steps()),
            own.sameness().withoutLast(),
            own.deadlines().without(theirs.deadlines(), before.deadlines()));
    boolean isAsBefore =
        own.transitions().size() == taken.steps()
            && Objects.equals(decision, taken.before().decision());
    if (isOnlySeen) {
      return new WorkGroup.Observed(profile.entering(GroupState.OBSERVED, on));
    }
    if (isAsBefore && taken.before().isDeclared()) {
      return taken.before().with(profile);
    }
    boolean isActive = profile.usedSince() != null || profile.wasEver(GroupState.ACTIVE);
    GroupState state = Joining.state(known, isActive, profile, decision);
    return Joining.in(state, profile.entering(state, on), decision);
  }

  /** What happened to it before, and after it had taken over the past of the other. */
  private static List<Transition> life(Profile before, List<Transition> all, int steps) {
    List<Transition> life = new ArrayList<>(before.transitions());
    all.stream().skip(steps).forEach(it -> Joining.add(life, it));
    return life;
  }

  /** The decision of the other goes, also when it was withdrawn since. */
  private static @Nullable CleanupDecision decision(
      WorkGroup known, WorkGroup listed, WorkGroup before) {
    CleanupDecision own = known.decision();
    CleanupDecision theirs = listed.decision();
    boolean isTheirs = own != null && theirs != null && own.isThat(theirs);
    return isTheirs ? before.decision() : own;
  }
}
