package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * G-APPR: groups that were set up without an approval, or before it. Those set up before the rule
 * applied are left alone, and those of which nobody says when they were set up or approved are
 * unknown.
 */
final class ApprovalRule {

  private ApprovalRule() {}

  static void apply(RuleScan scan) {
    int grace = scan.thresholds().wholeNumber("register.graceDays");
    for (GroupFacts group : scan.liveGroups()) {
      LocalDate declaredOn = group.declaredOn();
      if (!group.goesOn() || declaredOn == null) {
        continue;
      }
      LocalDate created = group.createdOn();
      if (created != null && scan.thresholdsOn(created) == null) {
        continue;
      }
      if (created == null || (group.approved() && group.approvedOn() == null)) {
        scan.unknown(group);
      } else {
        judge(scan, group, created, declaredOn.plusDays(grace).isBefore(scan.day()));
      }
    }
  }

  private static void judge(
      RuleScan scan, GroupFacts group, LocalDate created, boolean couldHaveSaid) {
    boolean isExempt = scan.exempts(group);
    if (!isExempt) {
      scan.exposed(group.unit());
    }
    String kind = kindOf(group.approvedOn(), created, couldHaveSaid);
    if (kind != null) {
      Evidence evidence =
          Evidence.builder()
              .word("kind", kind)
              .day("createdOn", created)
              .day("approvedOn", group.approvedOn())
              .build();
      scan.found(isExempt, group, 0, evidence);
    }
  }

  private static @Nullable String kindOf(
      @Nullable LocalDate approvedOn, LocalDate created, boolean couldHaveSaid) {
    if (approvedOn == null) {
      return couldHaveSaid ? "NO_APPROVAL" : null;
    }
    return approvedOn.isAfter(created) ? "APPROVED_LATE" : null;
  }
}
