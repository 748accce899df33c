package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.CALENDAR;
import static cn.jianfu.group.detection.domain.Fixtures.MAXIANG;
import static cn.jianfu.group.detection.domain.Fixtures.TODAY;
import static cn.jianfu.group.detection.domain.Fixtures.XINDIAN;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.rules;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The facts of a day with some groups, and a look at them. */
final class ScanBuilder {
  private final List<GroupBuilder> groups;
  private LocalDate day = TODAY;
  private ScanScope scope = new ScanScope.Everything();
  private List<PersonLoad> loads = List.of();
  private Map<String, UnitFacts> units = Map.of();
  private List<Exemption> exemptions = List.of();
  private List<RuleSet> ruleSets = List.of(rules());
  private WorkingTime workingTime = CALENDAR;
  private Directory directory = Directory.UNKNOWN;
  private List<Detected> open = List.of();
  private SecrecyBook secrecy =
      new SecrecyBook(Map.of(XINDIAN, TODAY, MAXIANG, TODAY), List.of(), Set.of());

  ScanBuilder(GroupBuilder... groups) {
    this.groups = List.of(groups);
  }

  ScanBuilder on(LocalDate day) {
    this.day = day;
    return this;
  }

  ScanBuilder lookingAt(GroupBuilder group) {
    this.scope = new ScanScope.OneGroup(group.id(), group.facts().unit());
    return this;
  }

  ScanBuilder withLoads(PersonLoad... loads) {
    this.loads = List.of(loads);
    return this;
  }

  ScanBuilder withUnit(UnitFacts unit) {
    this.units = new HashMap<>(units);
    this.units.put(unit.code(), unit);
    return this;
  }

  ScanBuilder exempting(DetectionRule rule, Exemption.Scope scope) {
    this.exemptions =
        List.of(new Exemption("e1", rule.id(), scope, daysAgo(10), TODAY.plusDays(10)));
    return this;
  }

  ScanBuilder exempting(DetectionRule rule, Exemption.Scope scope, LocalDate from, LocalDate to) {
    this.exemptions = List.of(new Exemption("e1", rule.id(), scope, from, to));
    return this;
  }

  ScanBuilder knowing(RuleSet... versions) {
    this.ruleSets = List.of(versions);
    return this;
  }

  ScanBuilder withStaff(Directory.Builder staff) {
    this.directory = staff.build();
    return this;
  }

  /** What has been found before, the longest open first. */
  ScanBuilder after(List<Detected> open) {
    this.open = open;
    return this;
  }

  ScanBuilder hearing(SecrecyBook secrecy) {
    this.secrecy = secrecy;
    return this;
  }

  ScanBuilder withoutCalendar() {
    this.workingTime = WorkingTime.UNKNOWN;
    return this;
  }

  ScanBuilder withoutHolidays() {
    this.workingTime =
        new WorkingTime(
            Map.of(
                2026,
                new WorkingTime.Year(Set.of(), Set.of(), LocalTime.of(8, 0), LocalTime.of(18, 0))));
    return this;
  }

  ScanInput input() {
    MemberSets.Builder members = MemberSets.builder();
    Map<String, ActivityFacts> activity = new HashMap<>();
    Map<String, Membership> memberships = new HashMap<>();
    for (GroupBuilder group : groups) {
      if (group.membership != null) {
        memberships.put(group.id(), group.membership);
      }
      if (!group.members.isEmpty()) {
        members.add(group.id(), group.members);
      }
      if (group.forgotten) {
        members.forgot(group.id());
      }
      ActivityFacts counted = group.activity();
      if (counted != null) {
        activity.put(group.id(), counted);
      }
    }
    return new ScanInput(
        day,
        scope,
        groups.stream().map(GroupBuilder::facts).toList(),
        Overlaps.among(members.build()),
        activity,
        loads,
        units,
        exemptions,
        ruleSets,
        workingTime,
        memberships,
        directory,
        secrecy,
        OpenMatters.among(open));
  }

  ScanOutcome.Scanned scan(RuleSet rules) {
    return (ScanOutcome.Scanned) DetectionScan.scan(rules, input());
  }

  List<Detected> detect(DetectionRule rule) {
    return detect(rule, rules());
  }

  List<Detected> detect(DetectionRule rule, RuleSet rules) {
    return scan(rules).detected().stream().filter(d -> d.rule() == rule).toList();
  }
}
