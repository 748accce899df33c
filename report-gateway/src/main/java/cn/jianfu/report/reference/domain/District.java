package cn.jianfu.report.reference.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** All reference data of the district, as it is known now. */
public record District(
    OrgTree units,
    WorkCalendars calendars,
    RuleSets ruleSets,
    List<Exemption> exemptions,
    List<InspectionRound> rounds) {

  /** Nothing at all: a first start. */
  public static final District EMPTY =
      new District(
          OrgTree.of(List.of()),
          WorkCalendars.of(List.of()),
          RuleSets.of(List.of()),
          List.of(),
          List.of());

  public District {
    exemptions = exemptions.stream().sorted(Comparator.comparing(Exemption::id)).toList();
    rounds =
        rounds.stream()
            .sorted(
                Comparator.comparing(InspectionRound::openedOn).thenComparing(InspectionRound::id))
            .toList();
  }

  /** The latest round that had been opened by that day for a unit. */
  public Optional<InspectionRound> roundOf(String unit, LocalDate day) {
    return rounds.stream()
        .filter(round -> !round.openedOn().isAfter(day))
        .filter(round -> units.within(unit, round.scope()))
        .reduce((_, later) -> later);
  }

  /** Whether an exemption covers such a finding on that day. */
  public boolean exempts(String rule, String unit, List<String> groups, LocalDate day) {
    return exemptions.stream()
        .anyMatch(exemption -> exemption.covers(rule, unit, groups, day, units));
  }

  /** Share by which the evidence must grow to undo a dismissal; 0 while there are no rules. */
  public BigDecimal worseningGrowthOn(LocalDate day) {
    return ruleSets
        .inForceOn(day)
        .map(rules -> rules.threshold("dismissal.worseningGrowth"))
        .orElse(BigDecimal.ZERO);
  }

  public District with(OrgUnit unit) {
    Map<String, OrgUnit> all = new TreeMap<>(units.units());
    all.put(unit.orgCode(), unit);
    return new District(new OrgTree(all), calendars, ruleSets, exemptions, rounds);
  }

  public District with(WorkCalendar calendar) {
    Map<Integer, WorkCalendar> all = new TreeMap<>(calendars.byYear());
    all.put(calendar.year(), calendar);
    return new District(units, new WorkCalendars(all), ruleSets, exemptions, rounds);
  }

  public District with(RuleSet ruleSet) {
    List<RuleSet> all = replaced(ruleSets.versions(), RuleSet::key, ruleSet);
    return new District(units, calendars, RuleSets.of(all), exemptions, rounds);
  }

  public District with(Exemption exemption) {
    return new District(
        units, calendars, ruleSets, replaced(exemptions, Exemption::id, exemption), rounds);
  }

  public District with(InspectionRound round) {
    return new District(
        units, calendars, ruleSets, exemptions, replaced(rounds, InspectionRound::id, round));
  }

  private static <T> List<T> replaced(List<T> all, Function<T, String> id, T by) {
    return Stream.concat(
            all.stream().filter(it -> !id.apply(it).equals(id.apply(by))), Stream.of(by))
        .toList();
  }
}
