package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.Verdict.accepted;
import static cn.jianfu.group.workgroup.domain.Verdict.declined;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A group of a register, and the same group under its platform's id (同群合一). */
final class Joining {

  /** States that tell more of a group than that it is on the register. */
  private static final Set<GroupState> BEYOND_REGISTER =
      EnumSet.of(GroupState.ACTIVE, GroupState.WARNED, GroupState.DISSOLVING, GroupState.MERGING);

  private Joining() {}

  /**
   * The group has been there since the register listed it, with what that said and what was
   * decided. Its own word and a decision of its own stand.
   */
  static Verdict takeOver(WorkGroup known, WorkGroupCommand.TakeOver command) {
    if (!known.state().isLive()) {
      return declined(WorkGroupDecisions.ended(known));
    }
    WorkGroup after = united(known, command);
    return after.equals(known)
        ? accepted()
        : accepted(new WorkGroupEvent.TookOver(after, command.on()));
  }

  /**
   * Ends the one that only the register knew. What was reported about it would not go along, and
   * another group that is to be merged into it would lose its way: then they stay two.
   */
  static Verdict join(WorkGroup group, WorkGroupCommand.Join command, Circumstances now) {
    if (!group.state().isLive()) {
      return declined(WorkGroupDecisions.ended(group));
    }
    if (group.id().equals(command.into())) {
      return declined(Refusal.MERGED_INTO_ITSELF);
    }
    if (group.profile().usedSince() != null) {
      return declined(Refusal.BUILT_ON);
    }
    if (now.merges().awaited()) {
      return declined(Refusal.MERGES_AWAITED);
    }
    return accepted(
        new WorkGroupEvent.Joined(
            command.into(), WorkGroupDecisions.notBefore(group, command.on())));
  }

  private static WorkGroup united(WorkGroup known, WorkGroupCommand.TakeOver command) {
    Profile own = known.profile();
    Profile listed = command.listed().profile();
    boolean isFiled = own.filedOn() != null;
    CleanupDecision decision = decision(known, command.listed().decision());
    Profile profile =
        new Profile(
            own.id(),
            own.town(),
            own.facts().completing(listed.facts()),
            earlier(own.declaredOn(), listed.declaredOn()),
            isFiled ? own.filingNo() : listed.filingNo(),
            isFiled ? own.filedOn() : listed.filedOn(),
            own.usedSince(),
            past(own.transitions(), listed.transitions()));
    GroupState state = state(known, profile, decision);
    LocalDate on = command.on().isBefore(profile.since()) ? profile.since() : command.on();
    return in(state, profile.entering(state, on), decision);
  }

  /** Its own decision stands; one by which the two were to become one is done by joining. */
  private static @Nullable CleanupDecision decision(
      WorkGroup known, @Nullable CleanupDecision listed) {
    boolean goesAlong =
        listed != null
            && stands(listed)
            && !stands(known.decision())
            && !known.id().equals(listed.mergeInto());
    return goesAlong ? listed : known.decision();
  }

  private static GroupState state(
      WorkGroup known, Profile profile, @Nullable CleanupDecision decision) {
    if (decision != null && decision.isOpen() && decision.ends()) {
      return decision.kind() == DecisionKind.MERGE ? GroupState.MERGING : GroupState.DISSOLVING;
    }
    if (profile.filedOn() == null) {
      return GroupState.DECLARED;
    }
    if (known.state() == GroupState.WARNED) {
      return GroupState.WARNED;
    }
    boolean isInUse =
        profile.usedSince() != null || known.state() == GroupState.ACTIVE || stands(decision);
    return isInUse ? GroupState.ACTIVE : GroupState.FILED;
  }

  private static WorkGroup in(
      GroupState state, Profile profile, @Nullable CleanupDecision decision) {
    return switch (state) {
      case DISSOLVING -> new WorkGroup.Dissolving(profile, Objects.requireNonNull(decision));
      case MERGING -> new WorkGroup.Merging(profile, Objects.requireNonNull(decision));
      case WARNED -> new WorkGroup.Warned(profile, decision);
      case ACTIVE -> new WorkGroup.Active(profile, decision);
      case FILED -> new WorkGroup.Filed(profile, decision);
      default -> new WorkGroup.Declared(profile, decision);
    };
  }

  /** What both went through, as one life; what is in it already is not told again. */
  private static List<Transition> past(List<Transition> own, List<Transition> listed) {
    if (Collections.indexOfSubList(own, listed) >= 0) {
      return own;
    }
    LocalDate from = listed.getFirst().on();
    LocalDate to = listed.getLast().on();
    List<Transition> life = new ArrayList<>();
    own.stream().filter(it -> it.on().isBefore(from)).forEach(it -> add(life, it));
    listed.forEach(it -> add(life, it));
    own.stream()
        .filter(it -> !it.on().isBefore(to) && BEYOND_REGISTER.contains(it.state()))
        .forEach(it -> add(life, it));
    return life;
  }

  private static void add(List<Transition> life, Transition next) {
    if (life.isEmpty() || life.getLast().state() != next.state()) {
      life.add(next);
    }
  }

  /** A decision that was carried out and undone again says nothing any more. */
  private static boolean stands(@Nullable CleanupDecision decision) {
    return decision != null
        && decision.withdrawnOn() == null
        && !(decision.ends() && decision.executedOn() != null);
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
