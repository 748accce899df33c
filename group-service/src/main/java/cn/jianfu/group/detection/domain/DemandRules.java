package cn.jianfu.group.detection.domain;

import java.util.OptionalInt;

/**
 * The rules about what may be asked of a group's members: G-HOURS, -INST, -DUMP, -TRACE, -NOTICE.
 */
final class DemandRules {

  private DemandRules() {}

  /** Task posts outside working hours that are not marked as emergencies. */
  static void offHours(RuleScan scan) {
    WorkingTime working = scan.input().workingTime();
    DemandRule.apply(scan, (day, _) -> offHours(day, working));
  }

  private static OptionalInt offHours(Demands day, WorkingTime working) {
    if (day.taskPosts() == 0) {
      return OptionalInt.of(0);
    }
    OptionalInt outside =
        day.taskPostsByHour().isEmpty()
            ? OptionalInt.empty()
            : working.outside(day.day(), day.taskPostsByHour());
    return outside.isEmpty()
        ? outside
        : OptionalInt.of(Math.max(0, outside.getAsInt() - day.emergencyPosts()));
  }

  /** Check-in chains, and demands to reply in less than the shortest time allowed. */
  static void instantReplies(RuleScan scan) {
    DemandRule.apply(
        scan,
        (day, thresholds) -> {
          Integer minutes = day.shortestReplyMinutes();
          boolean tooShort =
              minutes != null && minutes < thresholds.wholeNumber("reply.minMinutes");
          return OptionalInt.of(day.checkInChains() + (tooShort ? day.replyDemands() : 0));
        });
  }

  static void material(RuleScan scan) {
    DemandRule.apply(scan, (day, _) -> OptionalInt.of(day.materialRequests()));
  }

  static void proof(RuleScan scan) {
    DemandRule.apply(scan, (day, _) -> OptionalInt.of(day.proofDemands()));
  }

  static void noNotice(RuleScan scan) {
    DemandRule.apply(scan, (day, _) -> OptionalInt.of(day.tasksWithoutNotice()));
  }
}
