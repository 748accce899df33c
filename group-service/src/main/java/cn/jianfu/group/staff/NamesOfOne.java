package cn.jianfu.group.staff;

import cn.jianfu.group.staff.domain.StaffMember;
import cn.jianfu.group.staff.domain.UnitStaff;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gathers from the lists of towns how one person, and nobody else there, is called. */
final class NamesOfOne {

  private final String personRef;
  private final Map<String, Set<String>> own = new HashMap<>();
  private final Map<String, Set<String>> others = new HashMap<>();

  NamesOfOne(String personRef) {
    this.personRef = personRef;
  }

  void add(UnitStaff list) {
    for (StaffMember member : list.members()) {
      String name = member.nameRef();
      if (name != null) {
        (member.personRef().equals(personRef) ? own : others)
            .computeIfAbsent(list.town(), _ -> new HashSet<>())
            .add(name);
      }
    }
  }

  Map<String, Set<String>> byTown() {
    own.forEach((town, names) -> names.removeAll(others.getOrDefault(town, Set.of())));
    return own;
  }
}
