package cn.jianfu.group.detection.domain;

import java.time.LocalDate;

/**
 * G-OWNER: groups for which nobody answers some days after they were declared, or somebody who has
 * left. An owner whom no list of staff has is unknown.
 */
final class OwnerRule {

  private OwnerRule() {}

  static void apply(RuleScan scan) {
    int grace = scan.thresholds().wholeNumber("register.graceDays");
    for (GroupFacts group : scan.liveGroups()) {
      LocalDate declaredOn = group.declaredOn();
      if (group.goesOn() && declaredOn != null) {
        judge(scan, group, declaredOn.plusDays(grace).isBefore(scan.day()));
      }
    }
  }

  private static void judge(RuleScan scan, GroupFacts group, boolean couldHaveSaid) {
    String owner = group.ownerRef();
    boolean nobody = owner == null && !group.ownerNamed();
    if (!nobody && (owner == null || !scan.input().directory().lists(owner))) {
      scan.unknown(group);
      return;
    }
    boolean isExempt = scan.exempts(group);
    if (!isExempt) {
      scan.exposed(group.unit());
    }
    LocalDate left = owner == null ? null : scan.input().directory().leftOn(owner);
    if ((nobody && couldHaveSaid) || left != null) {
      Evidence evidence =
          Evidence.builder().word("kind", nobody ? "NONE" : "LEFT").day("leftOn", left).build();
      scan.found(isExempt, group, 0, evidence);
    }
  }
}
