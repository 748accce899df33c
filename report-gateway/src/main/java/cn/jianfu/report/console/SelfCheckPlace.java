package cn.jianfu.report.console;

import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.group.ListTold;
import cn.jianfu.report.reference.domain.InspectionRound;
import cn.jianfu.report.reference.domain.OrgTree;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose self-check somebody is at.
 *
 * @param unit with everything below it
 * @param round null when none is open
 */
record SelfCheckPlace(
    String unit, String town, boolean mayAnswer, @Nullable InspectionRound round, Names names) {

  /** What a unit's list is, as far as it is told. */
  record Told(String unit, ListTold said) {}

  /** Empty when there is no such unit, or the user may not look there. */
  static Optional<SelfCheckPlace> of(UnitVisit visit, Names names) {
    OrgTree units = names.district().units();
    var user = visit.user();
    boolean own = user.answersSelfChecks() && units.within(visit.unit(), user.unit());
    return units
        .placeOf(visit.unit())
        .filter(_ -> own || user.scope().wholeDistrict())
        .map(town ->
            new SelfCheckPlace(visit.unit(), town, own, openRound(visit.unit(), names), names));
  }

  private static @Nullable InspectionRound openRound(String unit, Names names) {
    return names.district().rounds().stream()
        .filter(round -> !round.openedOn().isAfter(names.day()))
        .filter(round -> round.closedOn() == null || !round.closedOn().isBefore(names.day()))
        .filter(round -> names.district().units().within(unit, round.scope()))
        .reduce((_, later) -> later)
        .orElse(null);
  }

  boolean holds(String other) {
    return names.district().units().within(other, unit);
  }

  /** The units that have groups: asking for the list of another would make an empty one. */
  List<String> units(List<GroupLine> groups) {
    var having =
        groups.stream().map(GroupLine::unit).distinct().filter(this::holds).sorted().toList();
    return having.isEmpty() ? List.of(unit) : having;
  }

  SelfCheckPage page(List<Told> told, SelfCheckMapping mapping) {
    return new SelfCheckPage(
        unit,
        names.place(unit),
        town,
        names.place(town),
        round == null ? null : shown(round),
        mayAnswer,
        names.day(),
        told.stream().flatMap(it -> items(it, mapping).stream()).toList(),
        told.stream().flatMap(it -> missing(it).stream()).toList(),
        completedOn(told));
  }

  private static List<SelfCheckItem> items(Told told, SelfCheckMapping mapping) {
    return told.said() instanceof ListTold.Known(var list) ? mapping.items(list) : List.of();
  }

  Optional<SelfCheckPage.Missing> missing(Told told) {
    var called = names.unit(told.unit());
    return switch (told.said()) {
      case ListTold.Known _ -> Optional.empty();
      case ListTold.Nothing(var why) ->
          Optional.of(new SelfCheckPage.Missing(called, why.name(), null));
      case ListTold.Declined(_, var because) ->
          Optional.of(new SelfCheckPage.Missing(called, "DECLINED", because.sentence()));
    };
  }

  private static SelfCheckPage.Round shown(InspectionRound round) {
    return new SelfCheckPage.Round(
        round.id(), new Words(round.nameZh(), round.nameEn()), round.selfCheckDueOn());
  }

  private static @Nullable LocalDate completedOn(List<Told> told) {
    var days =
        told.stream()
            .map(it -> it.said() instanceof ListTold.Known(var list) ? list.completedOn() : null)
            .toList();
    return days.contains(null)
        ? null
        : days.stream().filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
  }
}
