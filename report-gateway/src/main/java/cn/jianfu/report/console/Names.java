package cn.jianfu.report.console;

import cn.jianfu.report.reference.domain.District;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.reference.domain.Rule;
import cn.jianfu.report.reference.domain.RuleSet;
import cn.jianfu.report.scope.UnitScope;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What units and rules are called, as the district's reference data has it. */
record Names(District district, LocalDate day) {

  private static final List<String> SEVERITIES = List.of("B", "M", "m");

  /** A town, or what stands for the units that are in none. */
  Words place(String code) {
    return district.units().placeOrUnit(code).map(Names::of).orElseGet(() -> Words.same(code));
  }

  Words unit(String code) {
    return district.units().find(code).map(Names::of).orElseGet(() -> Words.same(code));
  }

  Words rule(String id) {
    return find(id).map(rule -> new Words(rule.nameZh(), rule.nameEn())).orElse(Words.same(id));
  }

  String severity(String rule) {
    return find(rule).map(Rule::severity).orElse("m");
  }

  /** The district itself; its code is empty before anybody has entered it. */
  Optional<OrgUnit> root() {
    return district.units().units().values().stream()
        .filter(unit -> unit.level() == OrgUnit.Level.DISTRICT)
        .filter(unit -> unit.path().size() == 1 || unit.kind() != OrgUnit.Kind.DEPARTMENT)
        .min(Comparator.comparingInt(unit -> unit.path().size()));
  }

  /** The units that somebody with that scope sees; none before anybody has entered the district. */
  UnitScope reach(Scope scope) {
    String town = scope.town();
    String top = town == null ? root().map(OrgUnit::orgCode).orElse("") : town;
    return new UnitScope(top, district.units());
  }

  /** The place that a unit is judged in; the unit itself where it is not known. */
  String townOf(String unit) {
    return district.units().placeOf(unit).orElse(unit);
  }

  /** The towns, and what is in none, as far as somebody may see them. */
  List<FindingsPage.Choice> towns(Scope scope) {
    return reach(Scope.DISTRICT).places().stream()
        .filter(town -> scope.covers(town.orgCode()))
        .map(town -> new FindingsPage.Choice(town.orgCode(), of(town)))
        .toList();
  }

  /** The rules that are on, the gravest first. */
  List<FindingsPage.Choice> rules() {
    return inForce().map(RuleSet::enabledRules).orElse(Map.of()).entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, Rule> it) -> SEVERITIES.indexOf(it.getValue().severity()))
                .thenComparing(Map.Entry::getKey))
        .map(it -> new FindingsPage.Choice(it.getKey(), rule(it.getKey())))
        .toList();
  }

  Optional<RuleSet> inForce() {
    return district.ruleSets().inForceOn(day);
  }

  private Optional<Rule> find(String id) {
    return inForce().map(rules -> rules.rules().get(id));
  }

  static Words of(OrgUnit unit) {
    return new Words(unit.name(), unit.nameEn());
  }
}
