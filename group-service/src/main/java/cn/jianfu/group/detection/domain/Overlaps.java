package cn.jianfu.group.detection.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where overlapping groups come from: a join over all, or the question about one group. */
public interface Overlaps {

  /**
   * The overlapping pairs in the order of their ids.
   *
   * @param lineOf the unit line of a live group; null leaves the group out
   */
  List<GroupOverlap> find(Function<String, @Nullable String> lineOf, OverlapLimits limits);

  /** Whether the members of a group are known at all. */
  boolean knows(String group);

  /** All pairs among these groups. */
  static Overlaps among(MemberSets members) {
    Set<String> known = new HashSet<>();
    for (int i = 0; i < members.size(); i++) {
      known.add(members.group(i));
    }
    return new Overlaps() {
      @Override
      public List<GroupOverlap> find(
          Function<String, @Nullable String> lineOf, OverlapLimits limits) {
        return OverlapJoin.join(members, lineOf, limits);
      }

      @Override
      public boolean knows(String group) {
        return known.contains(group);
      }
    };
  }

  /** The pairs of one group, by the lines and members that the index holds. */
  static Overlaps of(String group, OverlapIndex index) {
    return new Overlaps() {
      @Override
      public List<GroupOverlap> find(
          Function<String, @Nullable String> lineOf, OverlapLimits limits) {
        return index.overlapsOf(group, limits);
      }

      @Override
      public boolean knows(String asked) {
        return index.contains(asked);
      }
    };
  }
}
