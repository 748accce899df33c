package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * G-LEAVE: people who have left and are still in a group. The evidence is a count, never a name.
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
      if (members == null || !scan.input().directory().knows(group.town())) {
        scan.unknown(group);
        continue;
      }
      boolean isExempt = scan.exempts(group);
      if (!isExempt) {
        scan.exposed(group.unit());
      }
      List<LocalDate> stayed = members.stayedOn(grace);
      if (!stayed.isEmpty()) {
        Evidence evidence =
            Evidence.builder()
                .number("leavers", stayed.size())
                .day("leftOn", stayed.getFirst())
                .number("graceDays", grace)
                .build();
        scan.found(isExempt, group, stayed.size(), evidence);
      }
    }
  }
}
