package cn.jianfu.group.rotation;

import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.members.domain.GroupMembers;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.staff.StaffOfUnits;
import cn.jianfu.group.staff.domain.UnitStaff;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is under another key than the one in use, until its town sends it again. */
final class KeyCoverage {

  /** So many groups are read at once. */
  private static final int PAGE = 2_000;

  private final MembersOfGroups members;
  private final StaffOfUnits staff;
  private final WorkGroups groups;
  private final PersonRefs people;

  KeyCoverage(MembersOfGroups members, StaffOfUnits staff, WorkGroups groups, PersonRefs people) {
    this.members = members;
    this.staff = staff;
    this.groups = groups;
    this.people = people;
  }

  String version() {
    return people.version();
  }

  /** The towns that have something to send again, in order. */
  Mono<List<Behind>> behind() {
    return Flux.concat(
            memberLists().map(it -> new Behind(it.town(), 1, 0, 0)),
            staff.query(isBehind("state.people.0")).map(KeyCoverage::of),
            groups
                .query(Filters.and(isLive(), isBehind("state.ownerRef")), Filters.empty(), 0)
                .map(it -> new Behind(it.state().profile().town(), 0, 0, 1)))
        .collect(TreeMap::new, KeyCoverage::count)
        .map(towns -> List.copyOf(towns.values()));
  }

  /** Nobody sends the list of a group that has ended again. */
  private Flux<GroupMembers> memberLists() {
    return members
        .query(isBehind("state.people.0"), Filters.empty(), 0)
        .map(Stored::state)
        .buffer(PAGE)
        .concatMap(some ->
            live(some)
                .flatMapIterable(
                    live -> some.stream().filter(it -> live.containsKey(it.groupId())).toList()));
  }

  private Mono<Map<String, Stored<WorkGroup>>> live(List<GroupMembers> some) {
    return groups
        .findAll(some.stream().map(GroupMembers::groupId).toList())
        .filter(it -> it.state().state().isLive())
        .collectMap(Stored::id);
  }

  private static Bson isLive() {
    return Filters.eq("state.live", true);
  }

  private Bson isBehind(String reference) {
    return Filters.regex(reference, "^(?!" + version() + ":)");
  }

  private static Behind of(UnitStaff list) {
    return new Behind(list.town(), 0, 1, 0);
  }

  private static void count(SortedMap<String, Behind> towns, Behind one) {
    towns.merge(one.town(), one, Behind::and);
  }

  /**
   * What a town has under another key.
   *
   * @param memberLists lists of members of groups that are in use
   * @param staffLists lists of staff
   * @param owners groups in use whose owner was declared by id
   */
  record Behind(String town, int memberLists, int staffLists, int owners) {

    private Behind and(Behind other) {
      return new Behind(
          town,
          memberLists + other.memberLists,
          staffLists + other.staffLists,
          owners + other.owners);
    }
  }
}
