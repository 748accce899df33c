package cn.jianfu.group.workgroup;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.staff.StaffOfUnits;
import cn.jianfu.group.staff.domain.StaffMember;
import cn.jianfu.group.staff.domain.UnitStaff;
import cn.jianfu.group.workgroup.domain.Facts;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.web.security.Caller;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Whether an owner (群主) who is only named is somebody: the one person of the town's staff lists who
 * is called that.
 */
final class OwnerNames {

  private final StaffOfUnits staff;
  private final PersonRefs people;
  private final Access access;

  OwnerNames(StaffOfUnits staff, PersonRefs people, Access access) {
    this.access = access;
    this.staff = staff;
    this.people = people;
  }

  /**
   * Told to who may read the town: others could try names on its lists. Empty, too, when no owner
   * is named, or the owner is known by more than the name; and when nobody can say, because the
   * town has no list, or one under another key.
   */
  Mono<Optional<Boolean>> isMatched(WorkGroup group, Caller caller) {
    Facts facts = group.profile().facts();
    String name = facts.ownerName();
    boolean isTold = access.reaches(caller, group.profile().town());
    return name == null || facts.ownerRef() != null || !isTold
        ? Mono.just(Optional.empty())
        : staff
            .query(Filters.eq("state.town", group.profile().town()))
            .flatMapIterable(UnitStaff::members)
            .collectList()
            .map(all -> isMatched(all, people.ofName(name)));
  }

  private Optional<Boolean> isMatched(List<StaffMember> all, String nameRef) {
    boolean nobodyCanSay =
        all.isEmpty() || all.stream().anyMatch(it -> !people.isCurrent(it.personRef()));
    return nobodyCanSay
        ? Optional.empty()
        : Optional.of(
            all.stream()
                    .filter(it -> nameRef.equals(it.nameRef()))
                    .map(StaffMember::personRef)
                    .distinct()
                    .count()
                == 1);
  }
}
