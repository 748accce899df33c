package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.Verdict.accepted;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    Profile profile = group.profile();
    Facts facts = profile.facts();
    Profile without =
        profile
            .with(means(facts) ? facts.ownedBy(facts.ownerUnit(), null, null) : facts)
            .being(in(profile.sameness()));
    return group.with(without) instanceof WorkGroup.Joined(var it, var into, WorkGroup former)
        ? new WorkGroup.Joined(it, into, inFormer(former))
        : group.with(without);
  }

  private @Nullable WorkGroup inFormer(@Nullable WorkGroup former) {
    return former == null ? null : in(former);
  }

  private Sameness in(Sameness known) {
    return new Sameness(
        known.taken().stream()
            .map(it -> new Sameness.Taken(it.from(), in(it.before()), it.steps()))
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
