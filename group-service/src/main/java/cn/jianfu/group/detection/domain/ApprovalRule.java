package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * G-APPR: groups that were set up without an approval, or before it. Those set up before the rule
 * applied are left alone, and those of which nobody says when they were set up or approved are
 * unknown. So are those that are said to be older than the rule only after it applied, by a unit
 * that had time to report them before.
 */
final class ApprovalRule {

  private ApprovalRule() {}

  static void apply(RuleScan scan) {
    int grace = scan.thresholds().wholeNumber("register.graceDays");
    FirstReports reports = new FirstReports(scan.input().groups());
    for (GroupFacts group : scan.liveGroups()) {
      LocalDate declaredOn = group.declaredOn();
      if (!group.goesOn() || declaredOn == null) {
        continue;
      }
      LocalDate created = group.createdOn();
      boolean isBeforeTheRule = created != null && scan.thresholdsOn(created) == null;
      if (isBeforeTheRule && !saidTooLate(scan, group, reports, grace)) {
        continue;
      }
      LocalDate approved = group.approvedOn();
      boolean isApproved = created != null && approved != null && !approved.isAfter(created);
      if (created == null
          || (group.approved() && approved == null)
          || (isBeforeTheRule && !isApproved)) {
        scan.unknown(group);
      } else {
        judge(scan, group, created, declaredOn.plusDays(grace).isBefore(scan.day()));
      }
    }
  }

  /** Whether the unit could have reported it before, had it been there. */
  private static boolean saidTooLate(
      RuleScan scan, GroupFacts group, FirstReports reports, int grace) {
    LocalDate known = group.knownSince();
    return scan.thresholdsOn(known) != null
        && reports.hadBegunBefore(group.unit(), known.minusDays(grace));
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
