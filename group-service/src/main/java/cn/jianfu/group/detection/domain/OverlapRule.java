package cn.jianfu.group.detection.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * G-OVER: groups whose members overlap. A list that is older than {@code members.freshDays}, where
 * a rule set says so, does not show that they do not. An overlap that it did show stays one.
 */
final class OverlapRule {

  private OverlapRule() {}

  static void apply(RuleScan scan) {
    OverlapLimits limits = OverlapLimits.of(scan.thresholds());
    int fresh = scan.thresholds().wholeNumberOr("members.freshDays", 0);
    Map<String, GroupFacts> live = new HashMap<>();
    for (GroupFacts group : scan.liveGroups()) {
      live.put(group.id(), group);
      Membership members = scan.input().members().get(group.id());
      boolean isStale = members != null && members.isStale(scan.day(), fresh);
      if (isStale || !scan.input().overlaps().knows(group.id())) {
        scan.unknown(group);
      } else if (!scan.exempts(group)) {
        scan.exposed(group.unit());
      }
    }
    List<GroupOverlap> overlaps = scan.input().overlaps().find(id -> lineOf(live.get(id)), limits);
    for (GroupOverlap overlap : overlaps) {
      GroupFacts first = live.get(overlap.first());
      GroupFacts second = live.get(overlap.second());
      if (first != null && second != null) {
        report(scan, limits, overlap, first, second);
      }
    }
  }

  private static @Nullable String lineOf(@Nullable GroupFacts group) {
    return group == null ? null : group.lineKey();
  }

  private static void report(
      RuleScan scan,
      OverlapLimits limits,
      GroupOverlap overlap,
      GroupFacts first,
      GroupFacts second) {
    GroupFacts accountable = accountable(overlap, first, second);
    scan.found(
        scan.exempts(first) || scan.exempts(second),
        overlap.first() + "|" + overlap.second(),
        accountable.unit(),
        accountable.town(),
        List.of(overlap.first(), overlap.second()),
        overlap.kind().gravity(),
        evidence(overlap, limits));
  }

  /** The contained group is the one to go; else whoever set up the later one repeated the first. */
  private static GroupFacts accountable(GroupOverlap overlap, GroupFacts first, GroupFacts second) {
    if (overlap.kind() == OverlapKind.CONTAINED) {
      return overlap.contained().equals(first.id()) ? first : second;
    }
    return GroupFacts.OLDEST_FIRST.compare(first, second) > 0 ? first : second;
  }

  private static Evidence evidence(GroupOverlap overlap, OverlapLimits limits) {
    int a = overlap.firstMembers();
    int b = overlap.secondMembers();
    int shared = overlap.sharedMembers();
    Ratio limit =
        switch (overlap.kind()) {
          case DUPLICATE -> limits.duplicate();
          case CONTAINED -> limits.containment();
          case CROSS -> limits.cross();
        };
    return Evidence.builder()
        .word("kind", overlap.kind().name())
        .word("first", overlap.first())
        .word("second", overlap.second())
        .number("firstMembers", a)
        .number("secondMembers", b)
        .number("sharedMembers", shared)
        .number("jaccard", Ratio.share(shared, a + b - shared))
        .number("containment", Ratio.share(shared, Math.min(a, b)))
        .limit("limit", limit.decimal())
        .build();
  }
}
