package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.Verdict.accepted;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Forgetting who owned a group, also one that has ended or was joined, and whatever it was before:
 * what is given back later must not bring the person back.
 */
public record Forgetting(String ownerRef, Set<String> ownerNames) {

  Verdict decide(WorkGroup group, LocalDate on) {
    WorkGroup after = in(group);
    boolean asOwner = means(group.profile().facts());
    return after.equals(group)
        ? accepted()
        : accepted(
            new WorkGroupEvent.OwnerForgotten(
                after, asOwner, WorkGroupDecisions.notBefore(group, on)));
  }

  /** The group without the person. */
  public WorkGroup in(WorkGroup group) {
    return without(group, this::means);
  }

  /** The group without any owner, also in what it was before. */
  public static WorkGroup everybodyIn(WorkGroup group) {
    return without(group, facts -> facts.ownerRef() != null || facts.ownerName() != null);
  }

  /** What owners are called in it, and in what it was before. */
  public static Set<String> namesIn(WorkGroup group) {
    Set<String> names = new HashSet<>();
    gather(group, names);
    return names;
  }

  private static void gather(WorkGroup group, Set<String> names) {
    String name = group.profile().facts().ownerName();
    if (name != null) {
      names.add(name);
    }
    group.profile().sameness().taken().forEach(it -> gather(it.before(), names));
    if (group instanceof WorkGroup.Joined(_, _, WorkGroup former) && former != null) {
      gather(former, names);
    }
  }

  private static WorkGroup without(WorkGroup group, Predicate<Facts> means) {
    Profile profile = group.profile();
    Facts facts = profile.facts();
    Profile without =
        profile
            .with(means.test(facts) ? facts.ownedBy(facts.ownerUnit(), null, null) : facts)
            .being(without(profile.sameness(), means));
    return group.with(without) instanceof WorkGroup.Joined(var it, var into, WorkGroup former)
        ? new WorkGroup.Joined(it, into, former == null ? null : without(former, means))
        : group.with(without);
  }

  private static Sameness without(Sameness known, Predicate<Facts> means) {
    return new Sameness(
        known.taken().stream()
            .map(it -> new Sameness.Taken(it.from(), without(it.before(), means), it.steps()))
            .toList(),
        known.notThese());
  }

  private boolean means(Facts facts) {
    String name = facts.ownerName();
    return facts.ownerRef() == null
        ? name != null && ownerNames.contains(name)
        : facts.ownerRef().equals(ownerRef);
  }
}
