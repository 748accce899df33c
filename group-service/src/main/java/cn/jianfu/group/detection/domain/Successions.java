package cn.jianfu.group.detection.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which groups of a town that ended live on in another group of it: by their people, by the matter
 * that one unit or one above or below it sets a group up for, or by their owner, wherever in the
 * town and for no evidently other matter.
 */
final class Successions {

  private final ScanInput input;
  private final Beginnings beginnings;
  private final Ratio containment;
  private final Map<String, List<GroupFacts>> endedByTown = new HashMap<>();

  /**
   * @param containment how much of the ended group's members has to be in the new one
   */
  Successions(ScanInput input, Beginnings beginnings, Ratio containment) {
    this.input = input;
    this.beginnings = beginnings;
    this.containment = containment;
    for (GroupFacts group : input.groups()) {
      if (group.endedOn() != null) {
        endedByTown.computeIfAbsent(group.town(), _ -> new ArrayList<>()).add(group);
      }
    }
  }

  /** The ended groups of its town whose place it may have taken by its days. */
  List<GroupFacts> before(GroupFacts group) {
    return endedByTown.getOrDefault(group.town(), List.of()).stream()
        .filter(ended -> mayTakeThePlace(ended, group))
        .toList();
  }

  /** Those of them that live on in it, the plainest first. */
  List<Succession> of(GroupFacts group, List<GroupFacts> before) {
    return before.stream()
        .map(ended -> succession(group, ended))
        .filter(Objects::nonNull)
        .sorted(Succession.PLAINEST_FIRST)
        .toList();
  }

  /** Whether both tell one of the three things; who withholds them all is not clean for it. */
  boolean canTell(GroupFacts group, GroupFacts ended) {
    Overlaps members = input.overlaps();
    return (members.knows(group.id()) && members.knew(ended.id()))
        || (group.matterCode() != null && ended.matterCode() != null)
        || (group.ownerRef() != null && ended.ownerRef() != null);
  }

  /** By its days, and not as the group that the other was merged into. */
  boolean mayTakeThePlace(GroupFacts ended, GroupFacts group) {
    return beginnings.mayFollow(ended, group) && !isMergedInto(ended, group);
  }

  /**
   * @param seen since when it does what the other did; null when it does not follow it
   */
  @Nullable Succession byMembers(
      GroupFacts group, GroupFacts ended, Beginnings.@Nullable Begun seen) {
    Overlaps.Shared shared = seen == null ? null : input.overlaps().shared(ended.id(), group.id());
    return seen != null && shared != null && containment.reachedBy(shared.both(), shared.first())
        ? new Succession(ended, Succession.By.MEMBERS, seen, shared)
        : null;
  }

  private @Nullable Succession succession(GroupFacts group, GroupFacts ended) {
    Succession members = byMembers(group, ended, beginnings.asSeen(ended, group));
    if (members != null) {
      return members;
    }
    Beginnings.Begun begun = beginnings.after(ended, group);
    if (begun == null) {
      return null;
    }
    String matter = ended.matterCode();
    boolean sameMatter = matter != null && matter.equals(group.matterCode());
    if (sameMatter && answersFor(group.unit(), ended.unit())) {
      return new Succession(ended, Succession.By.MATTER, begun, null);
    }
    boolean otherMatter = !sameMatter && matter != null && group.matterCode() != null;
    String owner = ended.ownerRef();
    return owner != null && owner.equals(group.ownerRef()) && !otherMatter
        ? new Succession(ended, Succession.By.OWNER, begun, null)
        : null;
  }

  /**
   * Whether the units are one, or one is above the other. That two departments have the district's
   * code for a town makes neither the other's superior, and neighbours do the same work by right.
   */
  private boolean answersFor(String unit, String other) {
    return unit.equals(other) || isWithin(unit, other) || isWithin(other, unit);
  }

  private boolean isWithin(String unit, String superior) {
    UnitFacts facts = input.units().get(unit);
    return facts != null && facts.within().contains(superior);
  }

  private static boolean isMergedInto(GroupFacts ended, GroupFacts group) {
    Ending ending = ended.ending();
    return ending != null && group.id().equals(ending.mergeInto());
  }
}
