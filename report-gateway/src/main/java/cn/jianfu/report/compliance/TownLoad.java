package cn.jianfu.report.compliance;

import cn.jianfu.report.compliance.domain.GroupsPerPerson;
import cn.jianfu.report.compliance.domain.UnitLoads;
import cn.jianfu.report.reference.domain.OrgTree;
import cn.jianfu.report.reference.domain.OrgUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In how many groups the people of a town are, by unit.
 *
 * @param asOf the day that was asked for
 * @param summarisedOn the day of the summary; null when there is none yet, and no load then
 * @param warn groups of a person from which a load is to be watched, {@code high} from which it is
 *     too high; null on a day without rules
 * @param unitsLeftOut units of a few people, of whom a distribution would tell one by one
 */
public record TownLoad(
    String code,
    String name,
    String nameEn,
    LocalDate asOf,
    @Nullable LocalDate summarisedOn,
    @Nullable Integer warn,
    @Nullable Integer high,
    @Nullable Load town,
    List<UnitLoad> units,
    int unitsLeftOut) {

  /**
   * A distribution.
   *
   * @param mean groups of a person, {@code p90} what nine tenths of the people do not exceed
   * @param persons persons by number of groups
   */
  public record Load(
      long people, BigDecimal mean, int p90, int max, NavigableMap<Integer, Integer> persons) {

    static Load of(GroupsPerPerson it) {
      return new Load(it.people(), it.mean(), it.percentile(90), it.max(), it.persons());
    }
  }

  /** The people of a unit. */
  public record UnitLoad(String unit, String name, String nameEn, Load load) {}

  static TownLoad of(
      OrgUnit town,
      LocalDate day,
      Optional<UnitLoads> known,
      Optional<Integer> warn,
      Optional<Integer> high,
      OrgTree tree) {
    return new TownLoad(
        town.orgCode(),
        town.name(),
        town.nameEn(),
        day,
        known.map(UnitLoads::on).orElse(null),
        warn.orElse(null),
        high.orElse(null),
        known.map(it -> Load.of(it.town())).orElse(null),
        known.map(it -> units(it, tree)).orElse(List.of()),
        known.map(UnitLoads::leftOut).orElse(0));
  }

  private static List<UnitLoad> units(UnitLoads loads, OrgTree tree) {
    return loads.units().entrySet().stream()
        .map(each -> unit(each.getKey(), each.getValue(), tree.find(each.getKey())))
        .toList();
  }

  private static UnitLoad unit(String code, GroupsPerPerson load, Optional<OrgUnit> known) {
    return new UnitLoad(
        code,
        known.map(OrgUnit::name).orElse(code),
        known.map(OrgUnit::nameEn).orElse(code),
        Load.of(load));
  }
}
