package cn.jianfu.report.reference.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All org units, and who is below whom. */
public record OrgTree(Map<String, OrgUnit> units) {

  public static OrgTree of(Collection<OrgUnit> units) {
    Map<String, OrgUnit> byCode = new TreeMap<>();
    units.forEach(unit -> byCode.put(unit.orgCode(), unit));
    return new OrgTree(byCode);
  }

  public Optional<OrgUnit> find(String orgCode) {
    return Optional.ofNullable(units.get(orgCode));
  }

  /** Whether {@code unit} is {@code scope} or below it. An unknown unit is only in itself. */
  public boolean within(String unit, String scope) {
    return unit.equals(scope)
        || find(unit).map(found -> found.path().contains(scope)).orElse(false);
  }

  /** The towns (镇街) in division-code order. */
  public List<OrgUnit> towns() {
    return units.values().stream()
        .filter(unit -> unit.level() == OrgUnit.Level.TOWN)
        .filter(unit -> !isInsideTown(unit))
        .sorted(Comparator.comparing(OrgUnit::orgCode))
        .toList();
  }

  /** The units below a unit and itself, in division-code order. */
  public List<OrgUnit> below(String scope) {
    return units.values().stream().filter(unit -> unit.path().contains(scope)).toList();
  }

  // Departments of a town may be on the town's level too, but are no towns.
  private boolean isInsideTown(OrgUnit unit) {
    return unit.path().stream()
        .filter(code -> !code.equals(unit.orgCode()))
        .flatMap(code -> find(code).stream())
        .anyMatch(above -> above.level() == OrgUnit.Level.TOWN);
  }
}
