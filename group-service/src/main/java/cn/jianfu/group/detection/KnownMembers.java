package cn.jianfu.group.detection;

import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.detection.domain.Directory;
import cn.jianfu.group.detection.domain.MemberSets;
import cn.jianfu.group.detection.domain.Membership;
import cn.jianfu.group.detection.domain.Overlaps;
import cn.jianfu.group.detection.domain.PersonLoad;
import cn.jianfu.group.members.domain.GroupMembers;
import cn.jianfu.group.members.domain.Member;
import cn.jianfu.group.members.domain.MemberRole;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.reference.ReferenceData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The members of groups, gathered one group after the other: of the live ones, and of those that
 * ended and may live on in another.
 */
final class KnownMembers {

  private final Predicate<String> isLive;
  private final Directory directory;
  private final PersonRefs people;
  private final DistrictClock clock;
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, Membership> memberships = new HashMap<>();
  private final MemberSets.Builder sets = MemberSets.builder();
  private final Map<String, Integer> counts = new HashMap<>();
  private boolean anyUnderAnotherKey;
  private final Map<String, Seen> seen = new HashMap<>();
  // Of the places there are few and of the people millions, who share them.
  private final Map<Seen, Seen> places = new HashMap<>();

  KnownMembers(
      Predicate<String> isLive, Directory directory, PersonRefs people, DistrictClock clock) {
    this.isLive = isLive;
    this.directory = directory;
    this.people = people;
    this.clock = clock;
  }

  void add(GroupMembers group) {
    boolean isCurrent = isCurrent(group);
    if (!isCurrent && isLive.test(group.groupId())) {
      anyUnderAnotherKey = true;
    }
    boolean isForgotten = group.snapshot().forgotten() > 0;
    if (isForgotten) {
      sets.forgot(group.groupId());
    }
    if (isForgotten || !isCurrent) {
      // Of a list that was forgotten nothing can be said any more; nor of one under another key.
      counts.put(group.groupId(), group.snapshot().size());
      return;
    }
    List<Member> members = group.snapshot().members();
    sets.add(group.groupId(), members.stream().map(Member::personRef).toList());
    counts.put(group.groupId(), members.size());
    // Where somebody was when a group ended is old, and is forgotten some day.
    boolean tellsWhere = isLive.test(group.groupId());
    List<LocalDate> left = new ArrayList<>();
    boolean anyOfStaff = false;
    for (Member member : members) {
      LocalDate leftOn = directory.leftOn(member.personRef());
      anyOfStaff |= directory.lists(member.personRef());
      if (leftOn != null) {
        left.add(leftOn);
      }
      if (member.role() == MemberRole.OWNER) {
        owners.put(group.groupId(), member.personRef());
      }
      if (tellsWhere) {
        var _ =
            seen.merge(
                member.personRef(),
                place(new Seen(member.unit(), group.town())),
                (one, other) -> one.equals(other) ? one : place(one.and(other)));
      }
    }
    memberships.put(
        group.groupId(), new Membership(clock.dayOf(group.snapshot().takenAt()), left, anyOfStaff));
  }

  /** A list is taken whole, under one key. */
  private boolean isCurrent(GroupMembers group) {
    return group.snapshot().members().stream()
        .findFirst()
        .filter(it -> !people.isCurrent(it.personRef()))
        .isEmpty();
  }

  /** Who owns each group on its platform. */
  Map<String, String> owners() {
    return owners;
  }

  Map<String, Membership> memberships() {
    return memberships;
  }

  /** Whether a list of a live group is to be sent again, because the key is another since. */
  boolean anyUnderAnotherKey() {
    return anyUnderAnotherKey;
  }

  /** Null of a group whose members nobody has listed. */
  @Nullable Integer countOf(String group) {
    return counts.get(group);
  }

  /** Who is in which group, and nothing that follows from it. */
  MemberSets sets() {
    return sets.build();
  }

  Sets build(ReferenceData district) {
    MemberSets all = sets.build();
    return new Sets(
        all,
        Overlaps.among(all),
        PersonLoad.of(all, isLive, this::listedOn, person -> homeOf(person, district)));
  }

  private LocalDate listedOn(String group) {
    return Objects.requireNonNull(memberships.get(group), group).takenOn();
  }

  /** Without a unit, a person is counted for the town in whose groups it is. */
  private PersonLoad.@Nullable Home homeOf(String person, ReferenceData district) {
    Seen known = seen.get(person);
    if (known == null) {
      return null;
    }
    String unit = known.unit();
    String town = unit == null ? null : district.townOf(unit).orElse(null);
    return unit != null && town != null
        ? new PersonLoad.Home(unit, town)
        : new PersonLoad.Home(known.town(), known.town());
  }

  private Seen place(Seen one) {
    return places.computeIfAbsent(one, same -> same);
  }

  /**
   * Where a person is; the lowest codes when sources disagree, to be the same always.
   *
   * @param unit as sources say
   * @param town in whose groups the person is
   */
  private record Seen(@Nullable String unit, String town) {

    Seen and(Seen other) {
      return new Seen(
          unit == null ? other.unit : other.unit == null ? unit : lower(unit, other.unit),
          lower(town, other.town));
    }

    private static String lower(String one, String other) {
      return one.compareTo(other) <= 0 ? one : other;
    }
  }

  /** What follows from all members together. */
  record Sets(MemberSets members, Overlaps overlaps, List<PersonLoad> loads) {}
}
