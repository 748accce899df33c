package cn.jianfu.report.reference.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
}
