package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * G-REBOUND: a group that does what one did that ended shortly before, or was about to end by a
 * decision when the new one began.
 *
 * <p>Three things tell: most members of the ended group are in it (as the platform sees it,
 * whatever the register says about its age; where that group was another town's, its unit is
 * believed when it begins to report); in the same town, too, the same unit set it up for the same
 * matter, or one above or below it did; or the same owner did, in whatever unit of the town, for no
 * evidently other matter. The group that others were merged into is no rebound of them.
 */
final class ReboundRule {

  private static final Comparator<Trace> PLAINEST_FIRST =
      Comparator.comparing(Trace::by).thenComparing(it -> it.ended().id());

  private final RuleScan scan;
  private final int windowDays;
  private final Ratio containment;
  private final Ratio sizeShare;
  private final Beginnings beginnings;
  private final Map<String, List<GroupFacts>> endedByTown = new HashMap<>();
  private final Map<String, GroupFacts> ended = new HashMap<>();
  private final Overlaps.Sharing membersOfEnded;

  /** Nothing that was known before it can follow anything. */
  private final LocalDate firstDecision;

  private ReboundRule(RuleScan scan) {
    this.scan = scan;
    this.windowDays = scan.thresholds().wholeNumber("rebound.windowDays");
    this.containment = scan.thresholds().ratio("rebound.containment");
    this.sizeShare = scan.thresholds().ratioOr("overlap.containmentSizeShare", new Ratio(0, 1));
    this.beginnings = new Beginnings(new FirstReports(scan.input().groups()), windowDays);
    for (GroupFacts group : scan.input().groups()) {
      if (group.endedOn() != null) {
        endedByTown.computeIfAbsent(group.town(), _ -> new ArrayList<>()).add(group);
        ended.put(group.id(), group);
      }
    }
    this.membersOfEnded = scan.input().overlaps().sharing(ended.keySet());
    this.firstDecision =
        ended.values().stream()
            .map(beginnings::decisionOn)
            .min(LocalDate::compareTo)
            .orElse(LocalDate.MAX);
  }

  static void apply(RuleScan scan) {
    ReboundRule rule = new ReboundRule(scan);
    scan.liveGroups().forEach(rule::judge);
  }

  /** An ended group that lives on, what shows it, and since when it does. */
  private record Trace(
      GroupFacts ended, By by, Beginnings.Begun begun, Overlaps.@Nullable Shared shared) {

    LocalDate endedOn() {
      return Objects.requireNonNull(ended.endedOn());
    }

    /** Whether the new one began between the decision and the end. */
    boolean isNewFirst() {
      return begun.on().isBefore(endedOn());
    }
  }

  /** What shows it, the plainest first. */
  private enum By {
    MEMBERS,
    MATTER,
    OWNER
  }

  private void judge(GroupFacts group) {
    List<GroupFacts> before =
        endedByTown.getOrDefault(group.town(), List.of()).stream()
            .filter(ended -> mayTakeThePlace(ended, group))
            .toList();
    List<Trace> traces =
        Stream.concat(
                before.stream()
                    .map(ended -> trace(group, ended))
                    .filter(Objects::nonNull)
                    .sorted(PLAINEST_FIRST),
                elsewhere(group).stream().sorted(PLAINEST_FIRST))
            .toList();
    // Only what has followed something can be found not to have taken its place.
    if (before.isEmpty() && traces.isEmpty()) {
      return;
    }
    boolean isExempt = scan.exempts(group);
    if (traces.isEmpty() && before.stream().noneMatch(ended -> canTell(group, ended))) {
      if (!isExempt) {
        scan.unknown(group);
      }
      return;
    }
    if (!isExempt) {
      scan.exposed(group.unit());
    }
    if (!traces.isEmpty()) {
      scan.found(isExempt, group, traces.size(), evidence(group, traces));
    }
  }

  /** Whether both tell one of the three things; who withholds them all is not clean for it. */
  private boolean canTell(GroupFacts group, GroupFacts ended) {
    Overlaps members = scan.input().overlaps();
    return (members.knows(group.id()) && members.knows(ended.id()))
        || (group.matterCode() != null && ended.matterCode() != null)
        || (group.ownerRef() != null && ended.ownerRef() != null);
  }

  /**
   * Ended groups of other towns, or of the district's departments, whose people are in it: together
   * they have to be a good part of it. A large new group has many a small old one in it by chance,
   * and a chat that another unit takes over is not founded anew.
   */
  private List<Trace> elsewhere(GroupFacts group) {
    if (group.knownSince().isBefore(firstDecision)) {
      return List.of();
    }
    List<Trace> traces =
        membersOfEnded.with(group.id()).stream()
            .map(ended::get)
            .filter(Objects::nonNull)
            .filter(other -> !other.town().equals(group.town()) && !isSameChat(other, group))
            .filter(other -> mayTakeThePlace(other, group))
            .map(other -> byMembers(group, other, beginnings.afterElsewhere(other, group)))
            .filter(Objects::nonNull)
            .toList();
    if (traces.isEmpty()) {
      return traces;
    }
    Overlaps overlaps = scan.input().overlaps();
    Integer people = overlaps.together(traces.stream().map(it -> it.ended().id()).toList());
    Integer all = overlaps.together(List.of(group.id()));
    return people != null && all != null && sizeShare.reachedBy(people, all) ? traces : List.of();
  }

  /** Their units differ; platform and number are one. */
  private static boolean isSameChat(GroupFacts one, GroupFacts other) {
    return withoutUnit(one.id()).equals(withoutUnit(other.id()));
  }

  private static String withoutUnit(String id) {
    return id.substring(id.indexOf('/') + 1);
  }

  private boolean mayTakeThePlace(GroupFacts ended, GroupFacts group) {
    return beginnings.mayFollow(ended, group) && !isMergedInto(ended, group);
  }

  private @Nullable Trace byMembers(
      GroupFacts group, GroupFacts ended, Beginnings.@Nullable Begun seen) {
    Overlaps.Shared shared =
        seen == null ? null : scan.input().overlaps().shared(ended.id(), group.id());
    return seen != null && shared != null && containment.reachedBy(shared.both(), shared.first())
        ? new Trace(ended, By.MEMBERS, seen, shared)
        : null;
  }

  private @Nullable Trace trace(GroupFacts group, GroupFacts ended) {
    Trace members = byMembers(group, ended, beginnings.asSeen(ended, group));
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
      return new Trace(ended, By.MATTER, begun, null);
    }
    boolean otherMatter = !sameMatter && matter != null && group.matterCode() != null;
    String owner = ended.ownerRef();
    return owner != null && owner.equals(group.ownerRef()) && !otherMatter
        ? new Trace(ended, By.OWNER, begun, null)
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
    UnitFacts facts = scan.input().units().get(unit);
    return facts != null && facts.within().contains(superior);
  }

  private static boolean isMergedInto(GroupFacts ended, GroupFacts group) {
    Ending ending = ended.ending();
    return ending != null && group.id().equals(ending.mergeInto());
  }

  private static String where(GroupFacts before, GroupFacts group) {
    if (before.unit().equals(group.unit())) {
      return "SAME_UNIT";
    }
    return before.town().equals(group.town()) ? "OTHER_UNIT" : "OTHER_TOWN";
  }

  private Evidence evidence(GroupFacts group, List<Trace> traces) {
    Trace first = traces.getFirst();
    GroupFacts before = first.ended();
    boolean elsewhere = !before.unit().equals(group.unit());
    Evidence.Builder evidence =
        Evidence.builder()
            .word("by", first.by().name())
            .day("begunOn", first.begun().on())
            .word("begunBy", first.begun().by().word())
            .day(
                "createdOn",
                first.begun().on().equals(group.createdOn()) ? null : group.createdOn())
            .word("order", first.isNewFirst() ? "NEW_FIRST" : null)
            .day("decidedOn", first.isNewFirst() ? beginnings.decisionOn(first.ended()) : null)
            .day("dissolvedOn", first.endedOn())
            .word("where", where(before, group))
            .word("dissolvedUnit", elsewhere ? before.unit() : null)
            .number("count", traces.size())
            .ids("dissolved", traces.stream().map(it -> it.ended().id()).sorted().toList())
            .limit("windowDays", windowDays);
    Overlaps.Shared shared = first.shared();
    if (shared != null) {
      evidence
          .number("dissolvedMembers", shared.first())
          .number("sharedMembers", shared.both())
          .number("containment", Ratio.share(shared.both(), shared.first()))
          .limit("limit", containment.decimal());
    }
    return evidence.build();
  }
}
