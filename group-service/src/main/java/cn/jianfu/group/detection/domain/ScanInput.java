package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The facts of a day.
 *
 * <p>Groups are the live ones, and those that have ended by a decision.
 *
 * <p>For one changed group: that group, the other live groups of its unit, those with its platform
 * and external id, those that it overlaps with, and its activity.
 *
 * @param activity by group id
 * @param members by group id
 * @param units by unit code; a unit that is absent is taken to be in its group's town
 * @param exemptions of any day: what was exempt on a day stays so
 * @param ruleSets every version: what was done on a day is judged by the rules of that day
 * @param openMatters what several groups are found to serve already
 */
public record ScanInput(
    LocalDate day,
    ScanScope scope,
    Collection<GroupFacts> groups,
    Overlaps overlaps,
    Map<String, ActivityFacts> activity,
    List<PersonLoad> loads,
    Map<String, UnitFacts> units,
    List<Exemption> exemptions,
    List<RuleSet> ruleSets,
    WorkingTime workingTime,
    Map<String, Membership> members,
    Directory directory,
    SecrecyBook secrecy,
    OpenMatters openMatters) {

  public ScanInput {
    groups = List.copyOf(groups);
    activity = Map.copyOf(activity);
    loads = List.copyOf(loads);
    units = Map.copyOf(units);
    exemptions = List.copyOf(exemptions);
    ruleSets = List.copyOf(ruleSets);
    members = Map.copyOf(members);
  }

  /** The same facts, with other rules for earlier days. */
  public ScanInput with(List<RuleSet> others) {
    return with(others, openMatters);
  }

  /**
   * The same facts, knowing what has been found of them before.
   *
   * @param open the longest open first
   */
  public ScanInput after(Collection<Detected> open) {
    return with(ruleSets, OpenMatters.among(open));
  }

  /** What is known now of one group, for another day to be judged by. */
  ScanInput of(GroupFacts group, LocalDate on) {
    return new ScanInput(
        on,
        new ScanScope.OneGroup(group.id(), group.unit()),
        List.of(group),
        overlaps,
        activity,
        loads,
        units,
        exemptions,
        ruleSets,
        workingTime,
        members,
        directory,
        secrecy,
        openMatters);
  }

  private ScanInput with(List<RuleSet> rules, OpenMatters open) {
    return new ScanInput(
        day,
        scope,
        groups,
        overlaps,
        activity,
        loads,
        units,
        exemptions,
        rules,
        workingTime,
        members,
        directory,
        secrecy,
        open);
  }
}
