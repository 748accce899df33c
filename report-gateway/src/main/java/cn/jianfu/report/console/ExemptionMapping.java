package cn.jianfu.report.console;

import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.report.reference.domain.Exemption;
import cn.jianfu.report.reference.domain.OrgTree;
import cn.jianfu.report.reference.domain.OrgUnit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the page of exemptions. */
record ExemptionMapping(Names names, boolean mayEdit, String newId) {

  /** The ones that are asked for, soonest to end first; what has ended, latest first. */
  static List<Stored<Exemption>> asked(
      List<Stored<Exemption>> all, ExemptionQuery.Show show, LocalDate today) {
    Comparator<Stored<Exemption>> byEnd =
        Comparator.comparing((Stored<Exemption> each) -> each.state().lastDay());
    boolean backwards = show == ExemptionQuery.Show.ENDED || show == ExemptionQuery.Show.ALL;
    return all.stream()
        .filter(it -> show == ExemptionQuery.Show.ALL || state(it.state(), today) == show)
        .sorted((backwards ? byEnd.reversed() : byEnd).thenComparing(Stored::id))
        .toList();
  }

  static ExemptionQuery.Show state(Exemption it, LocalDate today) {
    if (it.lastDay().isBefore(today) || it.lastDay().isBefore(it.from())) {
      return ExemptionQuery.Show.ENDED;
    }
    return it.from().isAfter(today) ? ExemptionQuery.Show.COMING : ExemptionQuery.Show.RUNNING;
  }

  /**
   * @param shown the ones on this page
   * @param groups what groups are called, by id
   */
  ExemptionsPage page(
      ExemptionQuery asked,
      List<Stored<Exemption>> all,
      List<Stored<Exemption>> shown,
      Paging paging,
      Map<String, String> groups) {
    return new ExemptionsPage(
        asked,
        mayEdit,
        names.day(),
        counts(all),
        shown.stream().map(it -> row(it, groups)).toList(),
        paging,
        names.rules(),
        mayEdit ? units() : List.of(),
        newId,
        null,
        Map.of(),
        null,
        false);
  }

  private Map<ExemptionQuery.Show, Integer> counts(List<Stored<Exemption>> all) {
    var counts = new EnumMap<ExemptionQuery.Show, Integer>(ExemptionQuery.Show.class);
    all.forEach(it -> counts.merge(state(it.state(), names.day()), 1, Integer::sum));
    counts.put(ExemptionQuery.Show.ALL, all.size());
    return counts;
  }

  private ExemptionsPage.Row row(Stored<Exemption> stored, Map<String, String> groups) {
    Exemption it = stored.state();
    String group = it.scopeGroup();
    var state = state(it, names.day());
    return new ExemptionsPage.Row(
        it.id(),
        stored.version(),
        it.rule(),
        names.rule(it.rule()),
        names.unit(it.scopeUnit()),
        group,
        group == null ? null : groups.getOrDefault(group, group),
        it.reason(),
        it.approvedBy(),
        it.from(),
        it.to(),
        it.lastDay(),
        it.revokedOn(),
        state,
        left(it, state),
        mayEdit && it.revokedOn() == null && it.lastDay().isAfter(names.day()));
  }

  private @Nullable Long left(Exemption it, ExemptionQuery.Show state) {
    return state == ExemptionQuery.Show.RUNNING
        ? ChronoUnit.DAYS.between(names.day(), it.lastDay())
        : null;
  }

  private List<FindingsPage.Choice> units() {
    OrgTree units = names.district().units();
    return units.units().values().stream()
        .filter(unit -> unit.openOn(names.day()))
        .map(unit -> new FindingsPage.Choice(unit.orgCode(), called(unit, units)))
        .toList();
  }

  /** A party office is called so in every town: the town is named before it. */
  private static Words called(OrgUnit unit, OrgTree units) {
    Words own = Names.of(unit);
    return unit.path().stream()
        .filter(code -> !code.equals(unit.orgCode()))
        .map(code -> units.find(code).orElse(null))
        .filter(Objects::nonNull)
        .filter(above -> above.level() == OrgUnit.Level.TOWN)
        .findFirst()
        .map(Names::of)
        .map(town -> new Words(town.zh() + " / " + own.zh(), town.en() + " / " + own.en()))
        .orElse(own);
  }
}
