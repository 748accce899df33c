package cn.jianfu.group.members.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who was in a group at one moment.
 *
 * @param members sorted by reference, so that two snapshots of the same people are equal
 * @param forgotten how many more there were, of whom nothing else is known any more
 */
public record MemberSnapshot(Instant takenAt, List<Member> members, int forgotten) {

  /** The largest group that a platform offers, with room to spare. */
  public static final int MAX_MEMBERS = 10_000;

  public MemberSnapshot {
    members = members.stream().sorted(Comparator.comparing(Member::personRef)).toList();
  }

  /** One of which everybody is known. */
  public MemberSnapshot(Instant takenAt, List<Member> members) {
    this(takenAt, members, 0);
  }

  /** How many people were in the group, known or not. */
  public int size() {
    return members.size() + forgotten;
  }

  /** What this snapshot changes about the one known so far. */
  public Verdict after(@Nullable MemberSnapshot known, Instant now) {
    if (known != null && !takenAt.isAfter(known.takenAt) && !isSameUnderAnotherKey(known)) {
      return takenAt.equals(known.takenAt) && !mayBe(known)
          ? new Verdict.Declined(List.of(new Flaw(Refusal.SAME_TIME_OTHER_MEMBERS, null)))
          : new Verdict.Known();
    }
    return takenAt.isAfter(now)
        ? new Verdict.Declined(List.of(new Flaw(Refusal.TAKEN_IN_FUTURE, null)))
        : new Verdict.Taken(this);
  }

  /** A list that is sent again after a change of the key tells again who the members are. */
  private boolean isSameUnderAnotherKey(MemberSnapshot known) {
    return takenAt.equals(known.takenAt)
        && !members.isEmpty()
        && !known.members.isEmpty()
        && !members.getFirst().isUnderTheKeyOf(known.members.getFirst());
  }

  /** Of one whose people are forgotten, only the number can tell that others are sent now. */
  private boolean mayBe(MemberSnapshot known) {
    return known.forgotten > 0 ? size() == known.size() : members.equals(known.members);
  }

  /** How many there were, and nobody of them. */
  public MemberSnapshot withoutPeople() {
    return new MemberSnapshot(takenAt, List.of(), size());
  }

  /** The others, as they were at the same moment. */
  public MemberSnapshot without(String personRef) {
    return new MemberSnapshot(
        takenAt,
        members.stream().filter(each -> !each.personRef().equals(personRef)).toList(),
        forgotten);
  }

  /** What is wrong with a list as it was sent, by its index there. */
  public static List<Flaw> flaws(List<Member> sent) {
    if (sent.size() > MAX_MEMBERS) {
      return List.of(new Flaw(Refusal.TOO_MANY_MEMBERS, null));
    }
    List<Flaw> flaws = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int owners = 0;
    for (int i = 0; i < sent.size(); i++) {
      if (!seen.add(sent.get(i).personRef())) {
        flaws.add(new Flaw(Refusal.MEMBER_TWICE, i));
      }
      if (sent.get(i).role() == MemberRole.OWNER && ++owners > 1) {
        flaws.add(new Flaw(Refusal.SECOND_OWNER, i));
      }
    }
    return List.copyOf(flaws);
  }

  /** What a snapshot leads to. */
  public sealed interface Verdict {
    /** It is the latest from now on. */
    record Taken(MemberSnapshot snapshot) implements Verdict {}

    /** A later one, or the same, is known. */
    record Known() implements Verdict {}

    record Declined(List<Flaw> flaws) implements Verdict {}
  }

  /** What is wrong, and with which member. */
  public record Flaw(Refusal why, @Nullable Integer index) {}

  /** Why a snapshot is declined. */
  public enum Refusal {
    TOO_MANY_MEMBERS,
    MEMBER_TWICE,
    SECOND_OWNER,
    TAKEN_IN_FUTURE,
    SAME_TIME_OTHER_MEMBERS
  }
}
