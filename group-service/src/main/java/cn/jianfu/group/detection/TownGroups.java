package cn.jianfu.group.detection;

import cn.jianfu.group.detection.domain.Directory;
import cn.jianfu.group.detection.domain.GroupFacts;
import cn.jianfu.group.detection.domain.MemberSets;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.util.List;
import java.util.Map;

/**
 * The live groups of one town, which decides on no others. Who owns them is not asked.
 *
 * @param live by id
 * @param members of those of which a list can be read
 */
record TownGroups(Map<String, WorkGroup> live, List<GroupFacts> facts, MemberSets members) {

  static TownGroups of(
      GroupsInView groups, KnownMembers members, PersonRefs people, ReferenceData district) {
    Owners nobodyAsked = new Owners(Directory.UNKNOWN, people, Map.of());
    List<GroupFacts> facts =
        groups.live().values().stream()
            .map(group ->
                GroupAsFacts.of(group, members.countOf(group.id().text()), nobodyAsked, district))
            .toList();
    return new TownGroups(groups.live(), facts, members.sets());
  }
}
