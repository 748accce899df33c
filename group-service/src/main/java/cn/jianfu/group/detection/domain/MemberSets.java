package cn.jianfu.group.detection.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members of many groups, held compactly: a person is a number, a group a sorted array. */
public final class MemberSets {

  private final List<String> groups;
  private final int[][] members;
  private final List<String> people;
  private final Set<String> forgotten;

  private MemberSets(
      List<String> groups, int[][] members, List<String> people, Set<String> forgotten) {
    this.groups = groups;
    this.members = members;
    this.people = people;
    this.forgotten = forgotten;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The sets of a map from group id to person references. */
  public static MemberSets of(Map<String, ? extends Collection<String>> membersByGroup) {
    Builder builder = builder();
    membersByGroup.forEach(builder::add);
    return builder.build();
  }

  public int size() {
    return groups.size();
  }

  String group(int index) {
    return groups.get(index);
  }

  int[] members(int index) {
    return members[index];
  }

  /** Whether its members were known until they were forgotten by time. */
  boolean forgot(String group) {
    return forgotten.contains(group);
  }

  int people() {
    return people.size();
  }

  String person(int number) {
    return people.get(number);
  }

  /** Takes groups one by one, so that the references of all of them are never held at once. */
  public static final class Builder {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> people = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> groups = new ArrayList<>();
    private final List<int[]> members = new ArrayList<>();
    private final Set<String> forgotten = new HashSet<>();

    private Builder() {}

    /** Adds a group; a person named twice counts once. */
    public Builder add(String group, Collection<String> personRefs) {
      if (!seen.add(group)) {
        throw new IllegalArgumentException("members of " + group + " given twice");
      }
      int[] codes = new int[personRefs.size()];
      int count = 0;
      for (String person : personRefs) {
        codes[count++] = numberOf(person);
      }
      groups.add(group);
      members.add(SortedInts.distinct(codes));
      return this;
    }

    /** Says of a group that its members were known once; of them nothing else is. */
    public Builder forgot(String group) {
      forgotten.add(group);
      return this;
    }

    public MemberSets build() {
      return new MemberSets(
          List.copyOf(groups),
          members.toArray(int[][]::new),
          List.copyOf(people),
          Set.copyOf(forgotten));
    }

    private int numberOf(String person) {
      Integer known = numbers.putIfAbsent(person, people.size());
      if (known != null) {
        return known;
      }
      people.add(person);
      return people.size() - 1;
    }
  }

  @Override
  public String toString() {
    long memberships = Arrays.stream(members).mapToLong(set -> set.length).sum();
    return groups.size() + " groups, " + memberships + " memberships";
  }
}
