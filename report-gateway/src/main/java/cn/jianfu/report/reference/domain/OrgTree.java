package cn.jianfu.report.reference.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

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
        .filter(unit -> isTown(unit.orgCode()))
        .sorted(Comparator.comparing(OrgUnit::orgCode))
        .toList();
  }

  /**
   * All that is judged on its own: the towns, and after them each top unit, for the units that are
   * in no town (区直部门), whose groups would else be in nobody's index.
   */
  public List<OrgUnit> places() {
    return Stream.concat(towns().stream(), tops()).toList();
  }

  /** A place by its code, called as what it stands for; empty when there is none. */
  public Optional<OrgUnit> place(String code) {
    return find(code).filter(unit -> isPlace(code)).map(OrgTree::asPlace);
  }

  /** A place, or any other unit as it is called. */
  public Optional<OrgUnit> placeOrUnit(String code) {
    return place(code).or(() -> find(code));
  }

  /** Whether it is a town, and not a department of one on the same level. */
  public boolean isTown(String code) {
    return isOnTownLevel(code) && isPlace(code);
  }

  private boolean isPlace(String code) {
    return placeOf(code).filter(code::equals).isPresent();
  }

  /** The place that a unit is judged in: its town, or the top unit; empty when it is not known. */
  public Optional<String> placeOf(String code) {
    return find(code)
        .map(unit ->
            unit.path().stream()
                .filter(this::isOnTownLevel)
                .findFirst()
                .orElse(unit.path().getFirst()));
  }

  private Stream<OrgUnit> tops() {
    return units.values().stream()
        .filter(unit -> unit.path().size() == 1 && unit.level() != OrgUnit.Level.TOWN)
        .map(OrgTree::asPlace);
  }

  private static OrgUnit asPlace(OrgUnit unit) {
    return unit.level() == OrgUnit.Level.TOWN ? unit : unit.withItsOwnUnits();
  }

  private boolean isOnTownLevel(String code) {
    return find(code).filter(unit -> unit.level() == OrgUnit.Level.TOWN).isPresent();
  }

  /** The units below a unit and itself, in division-code order. */
  public List<OrgUnit> below(String scope) {
    return units.values().stream().filter(unit -> unit.path().contains(scope)).toList();
  }
}
