package cn.jianfu.group.workgroup.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a work group carries through all its states.
 *
 * @param town org code of the town, or of the district for a unit of the district
 * @param filing null of a group that is not filed
 * @param usedSince first day on which members or activity were seen
 * @param transitions every state that it entered, oldest first
 * @param sameness what it has to do with entries of registers
 * @param deadlines by when something is to have happened to it
 */
public record Profile(
    GroupId id,
    String town,
    Facts facts,
    @Nullable LocalDate declaredOn,
    @Nullable Filing filing,
    @Nullable LocalDate usedSince,
    List<Transition> transitions,
    Sameness sameness,
    Deadlines deadlines) {

  /** Of one that has nothing to do with another. */
  public Profile(
      GroupId id,
      String town,
      Facts facts,
      @Nullable LocalDate declaredOn,
      @Nullable Filing filing,
      @Nullable LocalDate usedSince,
      List<Transition> transitions) {
    this(
        id,
        town,
        facts,
        declaredOn,
        filing,
        usedSince,
        transitions,
        Sameness.UNKNOWN,
        Deadlines.NONE);
  }

  public Profile {
    transitions = List.copyOf(transitions);
  }

  public boolean isFiled() {
    return filing != null;
  }

  /** The day on which the present state began. */
  public LocalDate since() {
    return transitions.getLast().on();
  }

  /** The day on which it stopped being there for its members, of one that has ended. */
  LocalDate leftOffOn() {
    int first = transitions.size() - 1;
    while (first > 0 && !transitions.get(first - 1).state().isLive()) {
      first--;
    }
    return transitions.get(first).on();
  }

  /** Whether it ended after it had entered so many states, whatever became of it then. */
  boolean wasDissolvedAfter(int steps) {
    return transitions.stream().skip(steps).anyMatch(it -> it.state() == GroupState.DISSOLVED);
  }

  boolean wasEver(GroupState state) {
    return transitions.stream().anyMatch(each -> each.state() == state);
  }

  /** Whether all is as it was then, or is so again. */
  boolean isAgain(Profile then) {
    Profile now =
        new Profile(
            id,
            town,
            facts,
            declaredOn,
            filing,
            usedSince,
            then.transitions,
            sameness,
            then.deadlines);
    return now.equals(then) && hasBegunAs(then);
  }

  /** Whether it has gone through all that the other has, in the same way. */
  boolean hasBegunAs(Profile past) {
    int steps = past.transitions.size();
    return transitions.size() >= steps && transitions.subList(0, steps).equals(past.transitions);
  }

  Profile entering(GroupState state, LocalDate on) {
    if (!transitions.isEmpty() && transitions.getLast().state() == state) {
      return this;
    }
    List<Transition> longer = new ArrayList<>(transitions);
    longer.add(new Transition(state, on));
    return new Profile(id, town, facts, declaredOn, filing, usedSince, longer, sameness, deadlines);
  }

  Profile with(Facts others) {
    return new Profile(
        id, town, others, declaredOn, filing, usedSince, transitions, sameness, deadlines);
  }

  Profile declared(Facts others, LocalDate on) {
    return new Profile(id, town, others, on, filing, usedSince, transitions, sameness, deadlines);
  }

  Profile undeclared() {
    return new Profile(id, town, facts, null, null, usedSince, transitions, sameness, deadlines);
  }

  Profile filed(@Nullable Filing other) {
    return new Profile(
        id, town, facts, declaredOn, other, usedSince, transitions, sameness, deadlines);
  }

  Profile renamed(String name, LocalDate on) {
    return with(facts.named(name))
        .filed(filing == null ? null : filing.afterRename(facts.name(), name, on));
  }

  Profile used(LocalDate on) {
    return usedSince != null
        ? this
        : new Profile(id, town, facts, declaredOn, filing, on, transitions, sameness, deadlines);
  }

  Profile being(Sameness other) {
    return new Profile(
        id, town, facts, declaredOn, filing, usedSince, transitions, other, deadlines);
  }

  Profile due(Deadlines others) {
    return new Profile(
        id, town, facts, declaredOn, filing, usedSince, transitions, sameness, others);
  }
}
