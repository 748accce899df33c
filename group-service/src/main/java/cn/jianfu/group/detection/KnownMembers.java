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
import cn.jianfu.group.reference.ReferenceData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The members of groups, gathered one group after the other: of the live ones, and of those that
 * ended and may live on in another.
 */
final class KnownMembers {

  private final Predicate<String> isLive;
  private final Directory directory;
  private final DistrictClock clock;
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, Membership> memberships = new HashMap<>();
  private final MemberSets.Builder sets = MemberSets.builder();
  private final Map<String, Integer> counts = new HashMap<>();
  // Where people belong as sources say; the lowest code when they disagree, to be the same always.
  private final Map<String, String> stated = new HashMap<>();
  private final Map<String, String> seenIn = new HashMap<>();

  KnownMembers(Predicate<String> isLive, Directory directory, DistrictClock clock) {
    this.isLive = isLive;
    this.directory = directory;
    this.clock = clock;
  }

  void add(GroupMembers group) {
    List<Member> members = group.snapshot().members();
    sets.add(group.groupId(), members.stream().map(Member::personRef).toList());
    counts.put(group.groupId(), members.size());
    List<LocalDate> left = new ArrayList<>();
    for (Member member : members) {
      LocalDate leftOn = directory.leftOn(member.personRef());
      if (leftOn != null) {
        left.add(leftOn);
      }
      if (member.role() == MemberRole.OWNER) {
        owners.put(group.groupId(), member.personRef());
      }
      String unit = member.unit();
      if (unit != null) {
        stated.merge(member.personRef(), unit, KnownMembers::lower);
      }
      seenIn.merge(member.personRef(), group.town(), KnownMembers::lower);
    }
    memberships.put(group.groupId(), new Membership(clock.dayOf(group.snapshot().takenAt()), left));
  }

  /** Who owns each group on its platform. */
  Map<String, String> owners() {
    return owners;
  }

  Map<String, Membership> memberships() {
    return memberships;
  }

  int countOf(String group) {
    return counts.getOrDefault(group, 0);
  }

  Sets build(ReferenceData district) {
    MemberSets all = sets.build();
    return new Sets(
        all, Overlaps.among(all), PersonLoad.of(all, isLive, person -> homeOf(person, district)));
  }

  /** Without a unit, a person is counted for the town in whose groups it is. */
  private PersonLoad.@Nullable Home homeOf(String person, ReferenceData district) {
    String unit = stated.get(person);
    String town = unit == null ? null : district.townOf(unit).orElse(null);
    if (unit != null && town != null) {
      return new PersonLoad.Home(unit, town);
    }
    String seen = seenIn.get(person);
    return seen == null ? null : new PersonLoad.Home(seen, seen);
  }

  private static String lower(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** What follows from all members together. */
  record Sets(MemberSets members, Overlaps overlaps, List<PersonLoad> loads) {}
}
