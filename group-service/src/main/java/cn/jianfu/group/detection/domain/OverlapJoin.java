package cn.jianfu.group.detection.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All pairs of groups whose members overlap, exactly, without looking at every pair.
 *
 * <p>Members are ordered from the rarest to the commonest. Two sets that share enough must share
 * one of the first members of the smaller set (prefix filter), so only those are indexed. Sets are
 * taken by rising size; each is looked up in the index of the smaller ones. Where the two first
 * meet bounds what they can still share (positional and size filter), and a pair that passes is
 * counted out.
 */
public final class OverlapJoin {

  private final OverlapLimits limits;
  private final RankedSets sets;
  private final PrefixIndex index;

  /** For each set the last one that it was compared with, so that no pair is looked at twice. */
  private final int[] comparedWith;

  private OverlapJoin(RankedSets sets, OverlapLimits limits) {
    this.limits = limits;
    this.sets = sets;
    this.index = new PrefixIndex(sets, limits);
    this.comparedWith = new int[sets.size()];
  }

  /**
   * The overlapping pairs in the order of their ids.
   *
   * @param lineOf the unit line of a group; null leaves the group out
   */
  public static List<GroupOverlap> join(
      MemberSets members, Function<String, @Nullable String> lineOf, OverlapLimits limits) {
    List<GroupOverlap> found = new ArrayList<>();
    join(members, lineOf, limits, found::add);
    found.sort(GroupOverlap.BY_IDS);
    return found;
  }

  /** The overlapping pairs one by one, in no particular order: for results too many to hold. */
  public static void join(
      MemberSets members,
      Function<String, @Nullable String> lineOf,
      OverlapLimits limits,
      Consumer<GroupOverlap> found) {
    OverlapJoin join = new OverlapJoin(RankedSets.of(members, lineOf), limits);
    for (int set = 0; set < join.sets.size(); set++) {
      join.compareWithSmaller(set, found);
    }
  }

  private void compareWithSmaller(int set, Consumer<GroupOverlap> found) {
    int[] members = sets.members(set);
    int mark = set + 1;
    for (int at = 0; at < members.length; at++) {
      int person = members[at];
      int end = index.end(person);
      for (int entry = index.start(person); entry < end; entry++) {
        int smaller = index.set(entry);
        if (comparedWith[smaller] != mark) {
          comparedWith[smaller] = mark;
          compare(set, at, smaller, index.position(entry), found);
        }
      }
    }
    index.add(set);
  }

  private void compare(int set, int at, int smaller, int position, Consumer<GroupOverlap> found) {
    int[] a = sets.members(set);
    int[] b = sets.members(smaller);
    boolean sameLine = sets.line(set) == sets.line(smaller);
    // They first meet here, so nothing before is shared.
    int atMost = Math.min(a.length - at, b.length - position);
    if (limits.kindOf(a.length, b.length, atMost, sameLine) == null) {
      return;
    }
    int least = limits.leastShared(a.length, b.length, sameLine);
    int shared = SortedInts.shared(a, at, b, position, least);
    if (shared < 0) {
      return;
    }
    OverlapKind kind = limits.kindOf(a.length, b.length, shared, sameLine);
    if (kind != null) {
      found.accept(
          GroupOverlap.of(sets.group(set), a.length, sets.group(smaller), b.length, shared, kind));
    }
  }
}
