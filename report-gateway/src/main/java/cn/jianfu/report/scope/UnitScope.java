package cn.jianfu.report.scope;

import cn.jianfu.report.reference.domain.OrgTree;
import cn.jianfu.report.reference.domain.OrgUnit;
import java.util.List;

/**
 * A unit and everything below it, as far as the org tree knows.
 *
 * @param unit its org code
 */
public record UnitScope(String unit, OrgTree units) {

  /** Whether a unit is inside; one that nobody knows is inside of itself only. */
  public boolean reaches(String other) {
    return units.within(other, unit);
  }

  /** Whether what holds for a unit and everything below it holds for something inside. */
  public boolean touches(String other) {
    return reaches(other) || units.within(unit, other);
  }

  /** Whether nothing lies outside. */
  public boolean isEverything() {
    return units.units().size() == codes().size();
  }

  /** The towns inside in division-code order, then what is in no town where it is inside, too. */
  public List<OrgUnit> places() {
    return units.places().stream().filter(place -> reaches(place.orgCode())).toList();
  }

  /** Org codes of everything inside. */
  public List<String> codes() {
    return units.below(unit).stream().map(OrgUnit::orgCode).toList();
  }
}
