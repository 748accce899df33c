package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.Verdict.accepted;
import static cn.jianfu.group.workgroup.domain.Verdict.declined;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A group of a register, and the same group under its platform's id (同群合一). */
final class Joining {

  /** States that tell of a group no more than that it was seen, or is on the register. */
  private static final Set<GroupState> ON_REGISTER =
      EnumSet.of(GroupState.OBSERVED, GroupState.DECLARED, GroupState.FILED);

  private Joining() {}

  /**
   * The group has been there since the register listed it, with what that said and what was
   * decided. Its own word and a decision of its own stand.
   */
  static Verdict takeOver(WorkGroup known, WorkGroupCommand.TakeOver command, Circumstances now) {
    if (!known.state().isLive()) {
      return declined(WorkGroupDecisions.ended(known));
    }
    WorkGroup after = united(known, command);
    if (now.merges().awaited() && isLeaving(after) && !isLeaving(known)) {
      return declined(Refusal.MERGES_AWAITED);
    }
    return after.equals(known)
        ? accepted()
        : accepted(new WorkGroupEvent.TookOver(after, command.on()));
  }

  /**
   * Ends the one that only the register knew, as it was taken over: whatever came since would be
   * lost. What was reported about it would not go along either, and another group that is to be
   * merged into it would lose its way: then they stay two.
   */
  static Verdict join(WorkGroup group, WorkGroupCommand.Join command, Circumstances now) {
    if (!group.state().isLive()) {
      return declined(WorkGroupDecisions.ended(group));
    }
    if (group.id().equals(command.into())) {
      return declined(Refusal.MERGED_INTO_ITSELF);
    }
    if (group.profile().usedSince() != null) {
      return declined(Refusal.REPORTED_UNDER_KEY);
    }
    if (!group.equals(command.takenOver())) {
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
    CleanupDecision decision = decision(known, command.listed().decision());
    // Of one that was only seen, nobody has said anything, not even what it is called.
    Facts facts = known.isDeclared() ? own.facts().completing(listed.facts()) : listed.facts();
    Profile profile =
        new Profile(
            own.id(),
            own.town(),
            facts,
            earlier(own.declaredOn(), listed.declaredOn()),
            own.isFiled() ? own.filing() : filing(listed, facts.name(), command.on()),
            own.usedSince(),
            past(own, listed),
            own.sameness(),
            own.deadlines().and(listed.deadlines()));
    boolean isActive = profile.usedSince() != null || known.state() == GroupState.ACTIVE;
    GroupState state = state(known, isActive, profile, decision);
    LocalDate on = command.on().isBefore(profile.since()) ? profile.since() : command.on();
    return in(state, taking(command.listed(), known, profile.entering(state, on)), decision);
  }

  /** The filing that the register knew; the group it is of may be called otherwise. */
  private static @Nullable Filing filing(Profile listed, String name, LocalDate on) {
    Filing filing = listed.filing();
    return filing == null ? null : filing.afterRename(listed.facts().name(), name, on);
  }

  /** With what it takes to give it back. */
  private static Profile taking(WorkGroup listed, WorkGroup known, Profile after) {
    WorkGroup before = known.with(known.profile().being(Sameness.UNKNOWN));
    int steps = after.transitions().size();
    return after.being(after.sameness().with(new Sameness.Taken(listed.id(), before, steps)));
  }

  static boolean isLeaving(WorkGroup group) {
    return group instanceof WorkGroup.Dissolving || group instanceof WorkGroup.Merging;
  }

  /**
   * Its own decision stands, and so does that it was withdrawn since; what a rule decided gives way
   * to what somebody did. One by which the two were to become one is done by joining.
   */
  private static @Nullable CleanupDecision decision(
      WorkGroup known, @Nullable CleanupDecision listed) {
    CleanupDecision own = known.decision();
    if (listed == null
        || !CleanupDecision.stands(listed)
        || known.id().equals(listed.mergeInto())) {
      return own;
    }
    if (own == null) {
      return listed;
    }
    if (CleanupDecision.stands(own)) {
      return own.isByRule() && !listed.isByRule() ? listed : own;
    }
    LocalDate withdrawnOn = own.withdrawnOn();
    return withdrawnOn != null && !withdrawnOn.isBefore(listed.decidedOn()) ? own : listed;
  }

  /**
   * Where a group stands with what it is given.
   *
   * @param isActive whether it is in use, whatever is decided
   */
  static GroupState state(
      WorkGroup known, boolean isActive, Profile profile, @Nullable CleanupDecision decision) {
    if (decision != null && decision.isOpen() && decision.ends()) {
      return decision.kind() == DecisionKind.MERGE ? GroupState.MERGING : GroupState.DISSOLVING;
    }
    if (!profile.isFiled()) {
      return GroupState.DECLARED;
    }
    if (known.state() == GroupState.WARNED && !CleanupDecision.stands(decision)) {
      return GroupState.WARNED;
    }
    return isActive || CleanupDecision.stands(decision) ? GroupState.ACTIVE : GroupState.FILED;
  }

  static WorkGroup in(GroupState state, Profile profile, @Nullable CleanupDecision decision) {
    return switch (state) {
      case DISSOLVING -> new WorkGroup.Dissolving(profile, Objects.requireNonNull(decision));
      case MERGING -> new WorkGroup.Merging(profile, Objects.requireNonNull(decision));
      case WARNED -> new WorkGroup.Warned(profile, decision);
      case ACTIVE -> new WorkGroup.Active(profile, decision);
      case FILED -> new WorkGroup.Filed(profile, decision);
      default -> new WorkGroup.Declared(profile, decision);
    };
  }

  /**
   * What both went through, as one life: what the register says until something happened to the
   * other. One that was declared as early has nothing to learn, or has taken it over before.
   */
  private static List<Transition> past(Profile known, Profile register) {
    List<Transition> own = known.transitions();
    List<Transition> listed = register.transitions();
    boolean isAsOld =
        known.declaredOn() != null
            && register.declaredOn() != null
            && !known.declaredOn().isAfter(register.declaredOn());
    if (register.declaredOn() == null || isAsOld) {
      return own;
    }
    LocalDate from = listed.getFirst().on();
    int beyond =
        IntStream.range(0, own.size())
            .filter(i -> !ON_REGISTER.contains(own.get(i).state()))
            .findFirst()
            .orElse(own.size());
    LocalDate until = beyond < own.size() ? own.get(beyond).on() : LocalDate.MAX;
    List<Transition> life = new ArrayList<>();
    own.stream().limit(beyond).filter(it -> it.on().isBefore(from)).forEach(it -> add(life, it));
    listed.stream().filter(it -> it.on().isBefore(until)).forEach(it -> add(life, it));
    own.stream().skip(beyond).forEach(it -> add(life, it));
    return life;
  }

  static void add(List<Transition> life, Transition next) {
    if (life.isEmpty() || life.getLast().state() != next.state()) {
      life.add(next);
    }
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
