package cn.jianfu.group.detection.domain;

import java.time.LocalDate;

/**
 * G-OWNER: groups for which nobody answers, or somebody who has left. An owner whom no list of
 * staff has is unknown.
 */
final class OwnerRule {

  private OwnerRule() {}

  static void apply(RuleScan scan) {
    for (GroupFacts group : scan.liveGroups()) {
      if (group.goesOn() && group.declaredOn() != null) {
        judge(scan, group);
      }
    }
  }

  private static void judge(RuleScan scan, GroupFacts group) {
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
    if (nobody || left != null) {
      Evidence evidence =
          Evidence.builder().word("kind", nobody ? "NONE" : "LEFT").day("leftOn", left).build();
      scan.found(isExempt, group, 0, evidence);
    }
  }
}
