package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * G-TEMP: temporary, stage and emergency groups that outlived their end, which is the earlier of
 * the valid-until date and the completion of the task. One that names no end is unknown, and so is
 * one whose end is past and of which nobody says that it was meant to end.
 */
final class OutlivedRule {

  private OutlivedRule() {}

  static void apply(RuleScan scan) {
    int grace = scan.thresholds().wholeNumber("temp.graceDays");
    for (GroupFacts group : scan.liveGroups()) {
      LocalDate end = endOf(group);
      if (!group.kind().isMeantToEnd()) {
        boolean isOver = end != null && end.plusDays(grace).isBefore(scan.day());
        if (group.kind() == GroupKind.UNKNOWN && isOver && !scan.exempts(group)) {
          scan.unknown(group);
        }
        continue;
      }
      if (end == null) {
        scan.unknown(group);
        continue;
      }
      boolean isExempt = scan.exempts(group);
      if (!isExempt) {
        scan.exposed(group.unit());
      }
      if (end.plusDays(grace).isBefore(scan.day())) {
        scan.found(isExempt, group, 0, evidence(group, end, grace));
      }
    }
  }

  static @Nullable LocalDate endOf(GroupFacts group) {
    LocalDate valid = group.validUntil();
    LocalDate done = group.taskCompletedOn();
    if (valid == null || done == null) {
      return valid == null ? done : valid;
    }
    return done.isBefore(valid) ? done : valid;
  }

  private static Evidence evidence(GroupFacts group, LocalDate end, int grace) {
    return Evidence.builder()
        .day("endedOn", end)
        .word("endedBy", end.equals(group.taskCompletedOn()) ? "taskCompletedOn" : "validUntil")
        .limit("graceDays", grace)
        .day("dissolveBy", end.plusDays(grace))
        .build();
  }
}
