package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The exemptions from one rule. */
final class ExemptionBook {

  private final List<Exemption> exemptions;
  private final Map<String, UnitFacts> units;

  ExemptionBook(
      DetectionRule rule, Collection<Exemption> exemptions, Map<String, UnitFacts> units) {
    this.exemptions =
        exemptions.stream().filter(exemption -> exemption.rule().equals(rule.id())).toList();
    this.units = units;
  }

  boolean exempts(GroupFacts group, LocalDate day) {
    return !exemptions.isEmpty()
        && (exempts(group.unit(), group.town(), day)
            || exemptions.stream()
                .filter(e -> e.holdsOn(day))
                .anyMatch(e -> e.scope().equals(new Exemption.Scope.Group(group.id()))));
  }

  boolean exempts(String unit, String town, LocalDate day) {
    return exemptions.stream().anyMatch(e -> e.holdsOn(day) && covers(e.scope(), unit, town));
  }

  private boolean covers(Exemption.Scope scope, String unit, String town) {
    return switch (scope) {
      case Exemption.Scope.Group _ -> false;
      case Exemption.Scope.Unit(String code) ->
          code.equals(unit) || code.equals(town) || isWithin(unit, code);
    };
  }

  private boolean isWithin(String unit, String code) {
    UnitFacts facts = units.get(unit);
    return facts != null && facts.within().contains(code);
  }
}
