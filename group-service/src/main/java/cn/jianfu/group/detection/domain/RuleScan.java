package cn.jianfu.group.detection.domain;

import cn.jianfu.group.people.domain.KeyVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One rule that is on, the facts that it reads, and what it has found so far. */
final class RuleScan {

  private final DetectionRule rule;
  private final RuleSet ruleSet;
  private final Severity severity;
  private final ScanInput input;
  private final ExemptionBook exemptions;
  private final List<Detected> detected = new ArrayList<>();
  private final List<Detected> exempt = new ArrayList<>();
  private final Map<String, Exposure> exposures = new HashMap<>();
  private final Set<String> unknownGroups = new HashSet<>();

  RuleScan(DetectionRule rule, RuleSet ruleSet, RuleSet.Setting setting, ScanInput input) {
    this.rule = rule;
    this.ruleSet = ruleSet;
    this.severity = setting.severity();
    this.input = input;
    this.exemptions = new ExemptionBook(rule, input.exemptions(), input.units());
  }

  ScanInput input() {
    return input;
  }

  LocalDate day() {
    return input.day();
  }

  Thresholds thresholds() {
    return ruleSet.thresholds();
  }

  List<GroupFacts> liveGroups() {
    return input.groups().stream().filter(GroupFacts::live).toList();
  }

  /**
   * The numbers in force on a day; null when the rule did not apply then.
   *
   * @param on the day of the scan or an earlier one
   */
  @Nullable Thresholds thresholdsOn(LocalDate on) {
    RuleSet then =
        on.isBefore(ruleSet.effectiveFrom()) ? RuleSet.inForceOn(on, input.ruleSets()) : ruleSet;
    return then == null || then.settingOf(rule) == null ? null : then.thresholds();
  }

  boolean exempts(GroupFacts group) {
    return exemptions.exempts(group, input.day());
  }

  boolean exempts(GroupFacts group, LocalDate on) {
    return exemptions.exempts(group, on);
  }

  boolean exempts(String unit, String town) {
    return exemptions.exempts(unit, town, input.day());
  }

  /** The same about one group, which is the subject. */
  void found(boolean isExempt, GroupFacts group, int gravity, Evidence evidence) {
    found(isExempt, group.id(), group.unit(), group.town(), List.of(group.id()), gravity, evidence);
  }

  void found(
      boolean isExempt,
      String subject,
      String unit,
      String town,
      Collection<String> groups,
      int gravity,
      Evidence evidence) {
    String id = FindingId.of(rule, subject);
    found(isExempt, id, subject, unit, town, groups, gravity, evidence);
  }

  /** About somebody whom nothing but the finding's id tells from others of the unit. */
  void foundOf(PersonLoad load, boolean isExempt, int gravity, Evidence evidence) {
    String id = FindingId.of(rule, load.person() + "|" + load.unit());
    String subject = KeyVersion.of(load.person()) + "|" + load.unit();
    found(isExempt, id, subject, load.unit(), load.town(), List.of(), gravity, evidence);
  }

  private void found(
      boolean isExempt,
      String id,
      String subject,
      String unit,
      String town,
      Collection<String> groups,
      int gravity,
      Evidence evidence) {
    Detected finding =
        new Detected(
            id,
            rule,
            subject,
            severity,
            ruleSet.key(),
            unit,
            town,
            groups.stream().sorted().toList(),
            gravity,
            evidence);
    if (input.scope().covers(finding)) {
      (isExempt ? exempt : detected).add(finding);
    }
  }

  void exposed(String unit) {
    exposures.merge(unit, new Exposure(1, 0), Exposure::plus);
  }

  /** What was found about it stays, and it is no subject that should have been judged. */
  void notSeenYet(GroupFacts group) {
    unknownGroups.add(group.id());
  }

  void unknown(GroupFacts group) {
    unknown(group, 1);
  }

  /** The same of so many subjects that the group has. */
  void unknown(GroupFacts group, int subjects) {
    exposures.merge(group.unit(), new Exposure(0, subjects), Exposure::plus);
    unknownGroups.add(group.id());
  }

  /** The same of a unit, because of these groups. */
  void unknown(String unit, Collection<GroupFacts> groups) {
    exposures.merge(unit, new Exposure(0, 1), Exposure::plus);
    groups.forEach(group -> unknownGroups.add(group.id()));
  }

  List<Detected> detected() {
    return detected;
  }

  List<Detected> exempt() {
    return exempt;
  }

  Map<String, Exposure> exposures() {
    return exposures;
  }

  Set<String> unknownGroups() {
    return unknownGroups;
  }
}
