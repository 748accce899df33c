package cn.jianfu.group.erasure;

import cn.jianfu.group.access.Origins;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.register.ImportsForgetting;
import cn.jianfu.group.staff.StaffOfUnits;
import cn.jianfu.group.workgroup.OwnersForgotten;
import cn.jianfu.group.workgroup.domain.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes a person out of everything. Each step can be repeated, and the lists of staff, which tell
 * how the person is called, come last: what was cut short is done by asking again.
 */
final class Erasures {

  private static final int SHOWN = 500;

  private final MembersOfGroups members;
  private final StaffOfUnits staff;
  private final OwnersForgotten owners;
  private final ImportsForgetting imports;
  private final PersonRefs people;
  private final ErasureLog log;
  private final DistrictClock clock;
  private final Origins origins;

  Erasures(
      MembersOfGroups members,
      StaffOfUnits staff,
      OwnersForgotten owners,
      ImportsForgetting imports,
      PersonRefs people,
      ErasureLog log,
      DistrictClock clock,
      Origins origins) {
    this.members = members;
    this.staff = staff;
    this.owners = owners;
    this.imports = imports;
    this.people = people;
    this.log = log;
    this.clock = clock;
    this.origins = origins;
  }

  Mono<Erased> erase(String directoryId, Actor by) {
    return Mono.defer(() -> {
      String id = origins.own().key();
      return log.begun(id, clock.now(), by)
          .then(Mono.defer(() -> everywhere(people.everyOf(directoryId), by)))
          .flatMap(erased -> log.done(id, erased));
    });
  }

  private Mono<Erased> everywhere(List<String> refs, Actor by) {
    return Flux.fromIterable(refs).concatMap(ref -> everywhere(ref, by)).reduce(Erased::and);
  }

  private Mono<Erased> everywhere(String personRef, Actor by) {
    return staff.namesOf(personRef).flatMap(names -> everywhere(personRef, names, by));
  }

  private Mono<Erased> everywhere(String personRef, Map<String, Set<String>> names, Actor by) {
    // An import that is carried out meanwhile names nobody any more when the groups are looked at.
    return imports
        .forget(personRef, names)
        .flatMap(imported ->
            owners
                .forget(personRef, names, by)
                .flatMap(owned ->
                    members
                        .erase(personRef, origins)
                        .flatMap(member ->
                            staff
                                .erase(personRef, origins)
                                .map(listed -> new Erased(member, owned, listed, imported)))));
  }

  Flux<ErasureRecord> latest() {
    return log.latest(SHOWN);
  }
}
