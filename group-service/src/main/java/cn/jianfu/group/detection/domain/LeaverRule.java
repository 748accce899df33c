package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * G-LEAVE: people who have left and are still in a group. The evidence is a count, never a name.
 *
 * <p>A list from before somebody should have been out, or older than {@code leave.freshDays} where
 * a rule set says so, does not show that nobody stayed: who sends no lists any more is unknown. Nor
 * does one without anybody of staff, or a list of staff older than {@code staff.freshDays}. A fault
 * that they did show stays one.
 */
final class LeaverRule {

  private LeaverRule() {}

  static void apply(RuleScan scan) {
    int grace = scan.thresholds().wholeNumber("leave.graceDays");
    for (GroupFacts group : scan.liveGroups()) {
      Membership members = scan.input().members().get(group.id());
      if (!group.goesOn()) {
        continue;
      }
      List<LocalDate> stayed = members == null ? List.of() : members.stayedOn(grace);
      if (members == null
          || !scan.input().directory().knows(group.town())
          || (stayed.isEmpty() && !showsThatNobodyStayed(scan, group, members))) {
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

  private static boolean showsThatNobodyStayed(
      RuleScan scan, GroupFacts group, Membership members) {
    Thresholds numbers = scan.thresholds();
    return members.anyOfStaff()
        && !members.misses(scan.day(), numbers.wholeNumber("leave.graceDays"))
        && !members.isStale(scan.day(), numbers.wholeNumberOr("leave.freshDays", 0))
        && scan.input()
            .directory()
            .knows(
                group.unit(),
                group.town(),
                scan.day(),
                numbers.wholeNumberOr("staff.freshDays", 0));
  }
}
