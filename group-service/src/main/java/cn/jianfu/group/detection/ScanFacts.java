package cn.jianfu.group.detection;

import cn.jianfu.group.detection.domain.ActivityFacts;
import cn.jianfu.group.detection.domain.MemberSets;
import cn.jianfu.group.detection.domain.OpenMatters;
import cn.jianfu.group.detection.domain.ScanInput;
import cn.jianfu.group.detection.domain.ScanScope;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The facts of a day, and the groups that they are about.
 *
 * @param groups live groups by id
 * @param ended groups that have ended, by id
 * @param members of all of them, as far as they are known
 * @param anyUnderAnotherKey whether a list is still to be sent under the key in use
 */
record ScanFacts(
    ScanInput input,
    Map<String, WorkGroup> groups,
    Map<String, WorkGroup> ended,
    MemberSets members,
    boolean anyUnderAnotherKey) {

  /** What was read, put together. */
  static ScanFacts of(
      LocalDate day,
      ScanScope scope,
      DistrictView district,
      GroupsInView groups,
      KnownMembers members,
      Map<String, ActivityFacts> activity,
      ToldByUnits told,
      PersonRefs people) {
    KnownMembers.Sets sets = members.build(district.data());
    Owners owners = new Owners(told.directory(), people, members.owners());
    ScanInput input =
        new ScanInput(
            day,
            scope,
            Stream.concat(groups.live().values().stream(), groups.ended().values().stream())
                .map(group ->
                    GroupAsFacts.of(
                        group, members.countOf(group.id().text()), owners, district.data()))
                .toList(),
            sets.overlaps(),
            activity,
            sets.loads(),
            district.units(),
            district.exemptions(),
            district.ruleSets(),
            district.workingTime(),
            members.memberships(),
            told.directory(),
            told.secrecy(),
            OpenMatters.NONE);
    return new ScanFacts(
        input, groups.live(), groups.ended(), sets.members(), members.anyUnderAnotherKey());
  }

  boolean has(String group) {
    return groups.containsKey(group) || ended.containsKey(group);
  }

  /** What units told, as these facts have it. */
  ToldByUnits told() {
    return new ToldByUnits(input.directory(), input.secrecy());
  }
}
