package cn.jianfu.group.detection.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of all live groups, kept up to date, to find what one changed group overlaps with.
 *
 * <p>For every person it has the groups that the person is in; the groups of a changed group's
 * members are counted out, which is exact for any limits. Not for use by several threads at once.
 */
public final class OverlapIndex {

  private static final int[] NOBODY = {};

  private final Map<String, Integer> personNumbers = new HashMap<>();
  private final List<IntList> groupsOfPerson = new ArrayList<>();
  private final Map<String, Integer> slots = new HashMap<>();
  private final List<@Nullable Entry> entries = new ArrayList<>();
  private final IntList freeSlots = new IntList();

  /** Scratch of one question: per slot the shared members so far, and the slots touched. */
  private int[] shared = new int[16];

  private final IntList touched = new IntList();

  /** A class and not a record, whose equality would be wrong for the array. */
  private static final class Entry {
    final String group;
    final String line;
    final int[] people;

    Entry(String group, String line, int[] people) {
      this.group = group;
      this.line = line;
      this.people = people;
    }
  }

  /**
   * An index of these groups, which shares their members with the sets.
   *
   * @param lineOf the unit line of a live group; null leaves the group out
   */
  public static OverlapIndex of(MemberSets members, Function<String, @Nullable String> lineOf) {
    OverlapIndex index = new OverlapIndex();
    for (int person = 0; person < members.people(); person++) {
      index.numberOf(members.person(person));
    }
    for (int i = 0; i < members.size(); i++) {
      String group = members.group(i);
      String line = lineOf.apply(group);
      if (line != null) {
        int slot = index.freeSlot();
        index.entries.set(slot, new Entry(group, line, members.members(i)));
        index.slots.put(group, slot);
        index.move(slot, NOBODY, members.members(i));
      }
    }
    return index;
  }

  /** Adds a group, or replaces its line and members; a person named twice counts once. */
  public void put(String group, String line, Collection<String> personRefs) {
    int[] codes = new int[personRefs.size()];
    int count = 0;
    for (String person : personRefs) {
      codes[count++] = numberOf(person);
    }
    Integer known = slots.get(group);
    int slot = known == null ? freeSlot() : known;
    Entry before = entries.get(slot);
    Entry after = new Entry(group, line, SortedInts.distinct(codes));
    entries.set(slot, after);
    slots.put(group, slot);
    move(slot, before == null ? NOBODY : before.people, after.people);
  }

  /** Takes a group out; an unknown one changes nothing. */
  public void remove(String group) {
    Integer slot = slots.remove(group);
    if (slot == null) {
      return;
    }
    move(slot, entry(slot).people, NOBODY);
    entries.set(slot, null);
    freeSlots.add(slot);
  }

  /** What a group overlaps with, in the order of ids; nothing for an unknown group. */
  public List<GroupOverlap> overlapsOf(String group, OverlapLimits limits) {
    Integer slot = slots.get(group);
    if (slot == null) {
      return List.of();
    }
    Entry asked = entry(slot);
    count(asked.people);
    List<GroupOverlap> found = new ArrayList<>();
    for (int i = 0; i < touched.size(); i++) {
      int other = touched.get(i);
      if (other != slot) {
        addIfOverlapping(asked, entry(other), shared[other], limits, found);
      }
      shared[other] = 0;
    }
    touched.clear();
    found.sort(GroupOverlap.BY_IDS);
    return found;
  }

  /** The groups that a group overlaps with; none where the thresholds lack a number. */
  public Set<String> overlappingWith(String group, Thresholds thresholds) {
    Set<String> others = new HashSet<>();
    try {
      for (GroupOverlap pair : overlapsOf(group, OverlapLimits.of(thresholds))) {
        others.add(pair.first().equals(group) ? pair.second() : pair.first());
      }
    } catch (ThresholdMissing notJudged) {
      return Set.of();
    }
    return others;
  }

  /** How many groups a person is in. */
  public int groupsOf(String personRef) {
    Integer person = personNumbers.get(personRef);
    return person == null ? 0 : groupsOfPerson.get(person).size();
  }

  public boolean contains(String group) {
    return slots.containsKey(group);
  }

  public int size() {
    return slots.size();
  }

  /** Only those who left and those who came are touched: most snapshots change little. */
  private void move(int slot, int[] before, int[] after) {
    for (int person : before) {
      if (Arrays.binarySearch(after, person) < 0) {
        groupsOfPerson.get(person).removeValue(slot);
      }
    }
    for (int person : after) {
      if (Arrays.binarySearch(before, person) < 0) {
        groupsOfPerson.get(person).add(slot);
      }
    }
  }

  private void count(int[] people) {
    for (int person : people) {
      IntList groups = groupsOfPerson.get(person);
      for (int i = 0; i < groups.size(); i++) {
        int slot = groups.get(i);
        if (shared[slot]++ == 0) {
          touched.add(slot);
        }
      }
    }
  }

  private static void addIfOverlapping(
      Entry one, Entry other, int shared, OverlapLimits limits, List<GroupOverlap> found) {
    int a = one.people.length;
    int b = other.people.length;
    OverlapKind kind = limits.kindOf(a, b, shared, one.line.equals(other.line));
    if (kind != null) {
      found.add(GroupOverlap.of(one.group, a, other.group, b, shared, kind));
    }
  }

  private int numberOf(String person) {
    Integer known = personNumbers.putIfAbsent(person, groupsOfPerson.size());
    if (known != null) {
      return known;
    }
    groupsOfPerson.add(new IntList());
    return groupsOfPerson.size() - 1;
  }

  private int freeSlot() {
    if (freeSlots.size() > 0) {
      return freeSlots.removeLast();
    }
    entries.add(null);
    if (entries.size() > shared.length) {
      shared = Arrays.copyOf(shared, 2 * shared.length);
    }
    return entries.size() - 1;
  }

  private Entry entry(int slot) {
    Entry entry = entries.get(slot);
    if (entry == null) {
      throw new IllegalStateException("slot " + slot + " is free");
    }
    return entry;
  }
}
