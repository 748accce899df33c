package cn.jianfu.report.console;

import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.group.SecrecyTold;
import cn.jianfu.report.group.UnitSecrecy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the page of a unit's word on secrecy. */
record SecrecyMapping(
    SelfCheckPlace place, boolean mayWithdraw, List<GroupLine> groups, String newId) {

  private static final String HOLDS_FOR = "secret.statementDays";

  SecrecyPage page(SecrecyTold told) {
    return switch (told) {
      case SecrecyTold.Known(var it) -> page(null, it);
      case SecrecyTold.Declined _ -> page("secrecy.missing.DECLINED", nothing());
      case SecrecyTold.Nothing(var why) -> page("secrecy.missing." + why.name(), nothing());
    };
  }

  private String speaksFor(Names names) {
    if (!place.unit().equals(place.town())) {
      return "unit";
    }
    return names.district().units().isTown(place.town()) ? "town" : "own";
  }

  private UnitSecrecy nothing() {
    return new UnitSecrecy(place.unit(), place.town(), List.of(), List.of());
  }

  private SecrecyPage page(@Nullable String missing, UnitSecrecy it) {
    Names names = place.names();
    LocalDate statedOn = it.statedOn().isEmpty() ? null : it.statedOn().getLast();
    Map<String, String> called =
        groups.stream().collect(Collectors.toMap(GroupLine::groupId, GroupLine::name));
    return new SecrecyPage(
        place.unit(),
        names.place(place.unit()),
        place.town(),
        names.place(place.town()),
        speaksFor(names),
        place.mayAnswer(),
        mayWithdraw,
        names.day(),
        missing,
        statedOn,
        statedOn == null ? null : days(names).map(statedOn::plusDays).orElse(null),
        it.incidents().stream()
            .map(each -> incident(each, called))
            .sorted(
                Comparator.comparing((SecrecyPage.Incident each) -> !each.open())
                    .thenComparing(SecrecyPage.Incident::foundOn, Comparator.reverseOrder()))
            .toList(),
        groups.stream()
            .filter(group -> place.holds(group.unit()))
            .sorted(Comparator.comparing(GroupLine::name))
            .map(group -> new SecrecyPage.Choice(group.groupId(), group.name()))
            .toList(),
        newId,
        null,
        Map.of(),
        null);
  }

  private static Optional<Long> days(Names names) {
    return names
        .inForce()
        .map(rules -> rules.thresholds().get(HOLDS_FOR))
        .map(BigDecimal::longValue);
  }

  private static SecrecyPage.Incident incident(
      UnitSecrecy.Incident it, Map<String, String> called) {
    String group = it.groupId();
    return new SecrecyPage.Incident(
        it.id(),
        group,
        group == null ? null : called.getOrDefault(group, group),
        it.foundOn(),
        it.resolvedOn(),
        it.withdrawnOn(),
        it.withdrawnBecause());
  }
}
