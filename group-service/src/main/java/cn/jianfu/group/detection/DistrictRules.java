package cn.jianfu.group.detection;

import cn.jianfu.contracts.supervision.ExemptionV1;
import cn.jianfu.contracts.supervision.OrgUnitV1;
import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.contracts.supervision.RuleV1;
import cn.jianfu.contracts.supervision.WorkCalendarV1;
import cn.jianfu.group.detection.domain.Exemption;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.Severity;
import cn.jianfu.group.detection.domain.Thresholds;
import cn.jianfu.group.detection.domain.UnitFacts;
import cn.jianfu.group.detection.domain.WorkingTime;
import cn.jianfu.group.reference.ReferenceData;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reference data in the words of the detection. */
final class DistrictRules {

  private DistrictRules() {}

  /** The rules in force on a day; null when none are. */
  static @Nullable RuleSet inForceOn(LocalDate day, ReferenceData district) {
    return RuleSet.inForceOn(day, versions(district));
  }

  /** The rule set with that key; null when it is no longer known. */
  static @Nullable RuleSet withKey(String key, ReferenceData district) {
    return district.ruleSets().stream()
        .map(DistrictRules::ruleSet)
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElse(null);
  }

  static List<RuleSet> versions(ReferenceData district) {
    return district.ruleSets().stream().map(DistrictRules::ruleSet).toList();
  }

  static List<Exemption> exemptions(ReferenceData district) {
    return district.exemptions().stream().map(DistrictRules::exemption).toList();
  }

  static WorkingTime workingTime(ReferenceData district) {
    return new WorkingTime(
        district.calendars().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> year(each.getValue()))));
  }

  private static WorkingTime.Year year(WorkCalendarV1 it) {
    return new WorkingTime.Year(
        Set.copyOf(it.holidays()), Set.copyOf(it.makeUpWorkdays()), it.from(), it.to());
  }

  static Map<String, UnitFacts> units(ReferenceData district) {
    return district.units().values().stream()
        .collect(Collectors.toMap(OrgUnitV1::orgCode, unit -> facts(unit, district)));
  }

  private static RuleSet ruleSet(RuleSetV1 it) {
    return new RuleSet(
        it.id(),
        it.version(),
        it.effectiveFrom(),
        it.rules().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> setting(each.getValue()))),
        new Thresholds(it.thresholds()));
  }

  private static RuleSet.Setting setting(RuleV1 rule) {
    Severity severity =
        Arrays.stream(Severity.values())
            .filter(each -> each.code().equals(rule.severity()))
            .findFirst()
            .orElse(Severity.MAJOR);
    return new RuleSet.Setting(rule.enabled(), severity);
  }

  private static Exemption exemption(ExemptionV1 it) {
    Exemption.Scope scope =
        it.scopeGroup() == null
            ? new Exemption.Scope.Unit(it.scopeUnit())
            : new Exemption.Scope.Group(it.scopeGroup());
    LocalDate revokedOn = it.revokedOn();
    LocalDate last =
        revokedOn == null || revokedOn.isAfter(it.to()) ? it.to() : revokedOn.minusDays(1);
    return new Exemption(it.id(), it.rule(), scope, it.from(), last);
  }

  private static UnitFacts facts(OrgUnitV1 unit, ReferenceData district) {
    List<String> above = unit.path().stream().filter(code -> !code.equals(unit.orgCode())).toList();
    Stream<String> around =
        above.stream()
            .map(code -> district.units().get(code))
            .filter(Objects::nonNull)
            .map(OrgUnitV1::name);
    return new UnitFacts(
        unit.orgCode(), above, Stream.concat(Stream.of(unit.name()), around).toList());
  }
}
