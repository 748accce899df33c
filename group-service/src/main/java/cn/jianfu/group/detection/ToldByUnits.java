package cn.jianfu.group.detection;

import cn.jianfu.group.detection.domain.Directory;
import cn.jianfu.group.detection.domain.SecrecyBook;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.secrecy.SecrecyOfUnits;
import cn.jianfu.group.secrecy.domain.Incident;
import cn.jianfu.group.secrecy.domain.UnitSecrecy;
import cn.jianfu.group.staff.StaffOfUnits;
import cn.jianfu.group.staff.domain.UnitStaff;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What units tell of themselves: who works there, and their word on secrecy. */
record ToldByUnits(Directory directory, SecrecyBook secrecy) {

  static final ToldByUnits NOTHING = new ToldByUnits(Directory.UNKNOWN, SecrecyBook.SILENT);

  static Mono<ToldByUnits> on(
      LocalDate day,
      StaffOfUnits staff,
      SecrecyOfUnits secrecy,
      PersonRefs people,
      Function<Instant, LocalDate> dayOf) {
    return Mono.zip(
        staff
            .all()
            .collect(Directory::builder, (all, list) -> add(all, list, people, dayOf))
            .map(Directory.Builder::build),
        secrecy.all().collectList().map(all -> book(all, day)),
        ToldByUnits::new);
  }

  private static void add(
      Directory.Builder directory,
      UnitStaff list,
      PersonRefs people,
      Function<Instant, LocalDate> dayOf) {
    if (list.members().stream().anyMatch(it -> !people.isCurrent(it.personRef()))) {
      directory.unreadable(list.town());
      return;
    }
    LocalDate on = dayOf.apply(list.takenAt());
    // A list of nobody says nothing of who is there.
    if (list.members().stream().anyMatch(it -> it.leftOn() == null)) {
      directory.known(list.unit(), on);
    }
    list.members()
        .forEach(it -> directory.add(list.town(), it.personRef(), it.nameRef(), it.leftOn(), on));
  }

  private static SecrecyBook book(List<UnitSecrecy> all, LocalDate day) {
    Map<String, LocalDate> statedOn = new HashMap<>();
    List<SecrecyBook.OpenIncident> open = new ArrayList<>();
    Set<String> withdrawn = new HashSet<>();
    for (UnitSecrecy unit : all) {
      LocalDate latest = unit.statedBy(day);
      if (latest != null) {
        statedOn.put(unit.unit(), latest);
      }
      unit.incidents().stream()
          .filter(Incident::isWithdrawn)
          .map(it -> SecrecyBook.subjectOf(unit.unit(), it.id()))
          .forEach(withdrawn::add);
      unit.incidents().stream()
          .filter(Incident::isOpen)
          .map(it ->
              new SecrecyBook.OpenIncident(
                  unit.unit(), unit.town(), it.id(), it.groupId(), it.foundOn()))
          .forEach(open::add);
    }
    return new SecrecyBook(statedOn, open, withdrawn);
  }
}
