package cn.jianfu.group.detection.domain;

import java.util.List;

/**
 * G-DUPP: people in more groups than one can follow. The evidence is a count, never a name. Who is
 * in a group without a list is unknown: as many people as it is said to have. So is whoever is on
 * lists alone that are older than {@code members.freshDays}, where a rule set says so, unless these
 * are too many already.
 */
final class GroupLoadRule {

  private GroupLoadRule() {}

  static void apply(RuleScan scan) {
    int warn = scan.thresholds().wholeNumber("person.groupLoad.warn");
    int high = scan.thresholds().wholeNumber("person.groupLoad.high");
    for (GroupFacts group : scan.liveGroups()) {
      if (!scan.input().overlaps().knows(group.id())) {
        scan.unknown(group, Math.max(1, group.memberCount()));
      }
    }
    int fresh = scan.thresholds().wholeNumberOr("members.freshDays", 0);
    for (PersonLoad load : scan.input().loads()) {
      boolean isExempt = scan.exempts(load.unit(), load.town());
      if (load.groups() <= warn && Membership.isStale(load.lastListedOn(), scan.day(), fresh)) {
        scan.unknown(load.unit(), List.of());
        continue;
      }
      if (!isExempt) {
        scan.exposed(load.unit());
      }
      if (load.groups() > warn) {
        boolean isHigh = load.groups() > high;
        Evidence evidence =
            Evidence.builder()
                .number("groups", load.groups())
                .word("level", isHigh ? "HIGH" : "WARN")
                .limit("warn", warn)
                .limit("high", high)
                .build();
        scan.foundOf(load, isExempt, isHigh ? 1 : 0, evidence);
      }
    }
  }
}
