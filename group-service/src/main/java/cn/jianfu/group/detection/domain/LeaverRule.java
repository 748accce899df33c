package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * G-LEAVE: people who have left and are still in a group. The evidence is a count, never a name.
 *
 * <p>A list from before somebody should have been out, or older than {@code leave.freshDays} where
 * a rule set says so, does not show that nobody stayed: who sends no lists any more is unknown. A
 * fault that it did show stays one.
 */
final class LeaverRule {

  private LeaverRule() {}

  static void apply(RuleScan scan) {
    int grace = scan.thresholds().wholeNumber("leave.graceDays");
    int fresh = scan.thresholds().wholeNumberOr("leave.freshDays", 0);
    for (GroupFacts group : scan.liveGroups()) {
      Membership members = scan.input().members().get(group.id());
      if (!group.goesOn()) {
        continue;
      }
      if (members == null || !scan.input().directory().knows(group.town())) {
        scan.unknown(group);
        continue;
      }
      List<LocalDate> stayed = members.stayedOn(grace);
      if (stayed.isEmpty()
          && (members.misses(scan.day(), grace) || members.isStale(scan.day(), fresh))) {
        scan.unknown(group);
        continue;
      }
      boolean isExempt = scan.exempts(group);
      if (!isExempt) {
        scan.exposed(group.unit());
      }
      if (!stayed.isEmpty()) {
        Evidence evidence =
            Evidence.builder()
                .number("leavers", stayed.size())
                .day("leftOn", stayed.getFirst())
                .limit("graceDays", grace)
                .build();
        scan.found(isExempt, group, stayed.size(), evidence);
      }
    }
  }
}
