package cn.jianfu.group.detection.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the members of groups tell of two or more of them. */
public interface Overlaps {

  /**
   * The overlapping pairs in the order of their ids.
   *
   * @param lineOf the unit line of a live group; null leaves the group out
   */
  List<GroupOverlap> find(Function<String, @Nullable String> lineOf, OverlapLimits limits);

  /** Whether the members of a group are known at all. */
  boolean knows(String group);

  /**
   * Whether they are, or were until they were forgotten by time: what was looked for meanwhile was
   * found or is not there.
   */
  boolean knew(String group);

  /** How many members two groups have in common; null when those of one are not known. */
  @Nullable Shared shared(String first, String second);

  /** How many people are in any of the groups; null when the members of one are not known. */
  @Nullable Integer together(Collection<String> groups);

  /** Which of these groups have members in common with another, to be asked many times. */
  Sharing sharing(Collection<String> groups);

  /** Groups by what they have in common. */
  interface Sharing {

    /** Ids of those that have at least one member of that group, in no order. */
    Set<String> with(String group);
  }

  /** How many members two groups have, and how many of them in common. */
  record Shared(int first, int second, int both) {}

  /** All pairs among these groups. */
  static Overlaps among(MemberSets members) {
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      known.put(members.group(i), i);
    }
    return new Overlaps() {
      @Override
      public List<GroupOverlap> find(
          Function<String, @Nullable String> lineOf, OverlapLimits limits) {
        return OverlapJoin.join(members, lineOf, limits);
      }

      @Override
      public boolean knows(String group) {
        return known.containsKey(group);
      }

      @Override
      public boolean knew(String group) {
        return knows(group) || members.forgot(group);
      }

      @Override
      public @Nullable Shared shared(String first, String second) {
        Integer one = known.get(first);
        Integer other = known.get(second);
        if (one == null || other == null) {
          return null;
        }
        int[] a = members.members(one);
        int[] b = members.members(other);
        return new Shared(a.length, b.length, SortedInts.shared(a, 0, b, 0, 0));
      }

      @Override
      public Sharing sharing(Collection<String> groups) {
        Map<Integer, List<String>> groupsOfPerson = new HashMap<>();
        for (String group : groups) {
          Integer index = known.get(group);
          if (index != null) {
            for (int person : members.members(index)) {
              groupsOfPerson.computeIfAbsent(person, _ -> new ArrayList<>(1)).add(group);
            }
          }
        }
        return group -> {
          Integer index = known.get(group);
          return index == null
              ? Set.of()
              : Arrays.stream(members.members(index))
                  .mapToObj(person -> groupsOfPerson.getOrDefault(person, List.of()))
                  .flatMap(List::stream)
                  .collect(Collectors.toSet());
        };
      }

      @Override
      public @Nullable Integer together(Collection<String> groups) {
        IntStream.Builder all = IntStream.builder();
        for (String group : groups) {
          Integer index = known.get(group);
          if (index == null) {
            return null;
          }
          Arrays.stream(members.members(index)).forEach(all);
        }
        return SortedInts.distinct(all.build().toArray()).length;
      }
    };
  }
}
