package cn.jianfu.group.detection.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every pair, counted out with decimals: the meaning that the fast join must keep. */
final class NaiveJoin {

  /** A group of a line, with its members. */
  record Group(String id, String line, Set<String> members) {}

  record Limits(String duplicate, String cross, String containment, String containedSize) {

    OverlapLimits asRatios() {
      return new OverlapLimits(
          Ratio.of(new BigDecimal(duplicate)),
          Ratio.of(new BigDecimal(cross)),
          Ratio.of(new BigDecimal(containment)),
          Ratio.of(new BigDecimal(containedSize)));
    }
  }

  private NaiveJoin() {}

  static List<GroupOverlap> join(List<Group> groups, Limits limits) {
    List<GroupOverlap> found = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      for (int j = i + 1; j < groups.size(); j++) {
        Group a = groups.get(i);
        Group b = groups.get(j);
        Set<String> both = new HashSet<>(a.members());
        both.retainAll(b.members());
        OverlapKind kind = kind(a, b, both.size(), limits);
        if (kind != null) {
          found.add(
              GroupOverlap.of(
                  a.id(), a.members().size(), b.id(), b.members().size(), both.size(), kind));
        }
      }
    }
    found.sort(GroupOverlap.BY_IDS);
    return found;
  }

  private static @Nullable OverlapKind kind(Group a, Group b, int both, Limits limits) {
    int smaller = Math.min(a.members().size(), b.members().size());
    int larger = Math.max(a.members().size(), b.members().size());
    int union = a.members().size() + b.members().size() - both;
    boolean sameLine = a.line().equals(b.line());
    if (smaller == 0 || both == 0) {
      return null;
    }
    if (sameLine && atLeast(both, union, limits.duplicate())) {
      return OverlapKind.DUPLICATE;
    }
    if (atLeast(both, smaller, limits.containment())
        && atLeast(smaller, larger, limits.containedSize())) {
      return OverlapKind.CONTAINED;
    }
    return sameLine && atLeast(both, union, limits.cross()) ? OverlapKind.CROSS : null;
  }

  private static boolean atLeast(int part, int whole, String share) {
    BigDecimal needed = new BigDecimal(share).multiply(BigDecimal.valueOf(whole));
    return BigDecimal.valueOf(part).compareTo(needed) >= 0;
  }

  static MemberSets sets(List<Group> groups) {
    MemberSets.Builder builder = MemberSets.builder();
    groups.forEach(group -> builder.add(group.id(), group.members()));
    return builder.build();
  }

  static Map<String, String> lines(List<Group> groups) {
    Map<String, String> lines = new java.util.HashMap<>();
    groups.forEach(group -> lines.put(group.id(), group.line()));
    return lines;
  }
}
