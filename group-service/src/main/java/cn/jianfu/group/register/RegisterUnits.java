package cn.jianfu.group.register;

import cn.jianfu.contracts.supervision.OrgUnitV1;
import cn.jianfu.group.reference.ReferenceData;
import java.util.List;

/** Finds the unit that a register means by a name, inside the caller's own subtree. */
final class RegisterUnits {

  private final List<OrgUnitV1> known;
  private final ReferenceData reference;

  RegisterUnits(ReferenceData reference, String scope) {
    this.reference = reference;
    this.known =
        reference.subtree(scope).stream().flatMap(code -> reference.unit(code).stream()).toList();
  }

  /** The units with that name, in full or without the name of the town; a code names itself. */
  List<OrgUnitV1> named(String text) {
    String name = text.strip();
    List<OrgUnitV1> inFull = known.stream().filter(it -> isNamed(it, name)).toList();
    return inFull.isEmpty()
        ? known.stream().filter(it -> shortName(it).equals(name)).toList()
        : inFull;
  }

  private static boolean isNamed(OrgUnitV1 unit, String name) {
    return unit.name().equals(name)
        || unit.orgCode().equals(name)
        || unit.nameEn().equalsIgnoreCase(name);
  }

  private String shortName(OrgUnitV1 unit) {
    return reference
        .townOf(unit.orgCode())
        .flatMap(reference::unit)
        .map(OrgUnitV1::name)
        .filter(town -> unit.name().startsWith(town) && !unit.name().equals(town))
        .map(town -> unit.name().substring(town.length()))
        .orElse(unit.name());
  }
}
