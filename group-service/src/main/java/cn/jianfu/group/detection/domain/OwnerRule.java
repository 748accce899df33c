package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * G-OWNER: groups for which nobody answers some days after they were declared, or somebody who has
 * left. An owner whom no list of staff has is unknown, and so is one who is on lists alone that are
 * older than {@code staff.freshDays}, where a rule set says so.
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
    LocalDate left = owner == null ? null : scan.input().directory().leftOn(owner);
    if (!nobody && left == null && !isListed(owner, scan)) {
      scan.unknown(group);
      return;
    }
    boolean isExempt = scan.exempts(group);
    if (!isExempt) {
      scan.exposed(group.unit());
    }
    if ((nobody && couldHaveSaid) || left != null) {
      Evidence evidence =
          Evidence.builder().word("kind", nobody ? "NONE" : "LEFT").day("leftOn", left).build();
      scan.found(isExempt, group, 0, evidence);
    }
  }

  private static boolean isListed(@Nullable String owner, RuleScan scan) {
    int fresh = scan.thresholds().wholeNumberOr("staff.freshDays", 0);
    LocalDate on = owner == null ? null : scan.input().directory().listedOn(owner);
    return on != null && !Membership.isStale(on, scan.day(), fresh);
  }
}
