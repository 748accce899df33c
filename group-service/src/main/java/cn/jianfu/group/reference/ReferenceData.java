package cn.jianfu.group.reference;

import cn.jianfu.contracts.supervision.ExemptionV1;
import cn.jianfu.contracts.supervision.OrgUnitV1;
import cn.jianfu.contracts.supervision.RoundV1;
import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.contracts.supervision.WorkCalendarV1;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that is known of the district at one moment.
 *
 * @param units by org code
 * @param calendars by year
 * @param ruleSets every version, in no particular order
 * @param rounds by id
 */
public record ReferenceData(
    Map<String, OrgUnitV1> units,
    Map<Integer, WorkCalendarV1> calendars,
    List<RuleSetV1> ruleSets,
    List<ExemptionV1> exemptions,
    Map<String, RoundV1> rounds) {

  private static final String TOWN = "TOWN";

  static final ReferenceData NOTHING =
      new ReferenceData(Map.of(), Map.of(), List.of(), List.of(), Map.of());

  public Optional<OrgUnitV1> unit(String code) {
    return Optional.ofNullable(units.get(code));
  }

  /** The town that the unit belongs to; the top unit for a unit outside of all towns. */
  public Optional<String> townOf(String code) {
    return unit(code)
        .map(unit ->
            unit.path().stream()
                .filter(each -> unit(each).filter(up -> up.level().equals(TOWN)).isPresent())
                .findFirst()
                .orElse(unit.path().isEmpty() ? code : unit.path().getFirst()));
  }

  /** The units that belong to the town now. */
  public List<String> unitsOfTown(String town) {
    return subtree(town).stream()
        .filter(unit -> townOf(unit).filter(town::equals).isPresent())
        .toList();
  }

  /** The towns that any of these units belong to; of units outside of all towns the top one. */
  public List<String> townsOf(String scope) {
    return subtree(scope).stream().flatMap(unit -> townOf(unit).stream()).distinct().toList();
  }

  /** Whether {@code code} is {@code scope} or somewhere below it; false when it is not known. */
  public boolean within(String code, String scope) {
    return code.equals(scope) || unit(code).filter(it -> it.path().contains(scope)).isPresent();
  }

  /** Whether it is the district itself, whose subtree is everything. */
  public boolean isDistrict(String code) {
    return unit(code)
        .filter(it -> it.path().isEmpty() || it.path().getFirst().equals(code))
        .isPresent();
  }

  /** The unit and all below it. */
  public List<String> subtree(String scope) {
    return units.values().stream()
        .filter(unit -> unit.orgCode().equals(scope) || unit.path().contains(scope))
        .map(OrgUnitV1::orgCode)
        .sorted()
        .toList();
  }

  /** The rules in force on that day, if any are. */
  public Optional<RuleSetV1> ruleSetOn(LocalDate day) {
    return ruleSets.stream()
        .filter(each -> !each.effectiveFrom().isAfter(day))
        .max(Comparator.comparing(RuleSetV1::effectiveFrom).thenComparingInt(RuleSetV1::version));
  }

  /** The rounds that are open on that day. */
  public Collection<RoundV1> roundsOn(LocalDate day) {
    return rounds.values().stream()
        .filter(each -> !day.isBefore(each.openedOn()))
        .filter(each -> each.closedOn() == null || !day.isAfter(each.closedOn()))
        .collect(Collectors.toList());
  }

  /** The day that many working days later; a year without a calendar has plain weeks. */
  public LocalDate workingDaysAfter(LocalDate day, int count) {
    LocalDate later = day;
    for (int left = count; left > 0; ) {
      later = later.plusDays(1);
      if (isWorkday(later)) {
        left--;
      }
    }
    return later;
  }

  boolean isWorkday(LocalDate day) {
    boolean weekday = day.getDayOfWeek().getValue() <= 5;
    WorkCalendarV1 calendar = calendars.get(day.getYear());
    if (calendar == null) {
      return weekday;
    }
    return calendar.makeUpWorkdays().contains(day)
        || (weekday && !calendar.holidays().contains(day));
  }
}
