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
    if (day.taskPosts() != Demands.UNTOLD && day.taskPosts() <= day.emergencyPosts()) {
      return OptionalInt.of(0);
    }
    OptionalInt outside =
        day.taskPostsByHour().isEmpty()
            ? OptionalInt.empty()
            : working.outside(day.day(), day.taskPostsByHour());
    if (outside.isEmpty()) {
      return outside;
    }
    int least = outside.getAsInt() - day.emergencyPosts();
    return least > 0 || least + withoutHour(day) <= 0
        ? OptionalInt.of(Math.max(0, least))
        : OptionalInt.empty();
  }

  /** Posts of which no hour is said: each may have been outside working hours. */
  private static int withoutHour(Demands day) {
    return day.taskPosts() == Demands.UNTOLD
        ? Integer.MAX_VALUE
        : day.taskPosts() - day.taskPostsByHour().stream().mapToInt(Integer::intValue).sum();
  }

  static void instantReplies(RuleScan scan) {
    DemandRule.apply(scan, new InstantReply());
  }

  static void material(RuleScan scan) {
    DemandRule.apply(scan, (day, _) -> told(day.materialRequests()));
  }

  static void proof(RuleScan scan) {
    DemandRule.apply(scan, (day, _) -> told(day.proofDemands()));
  }

  static void noNotice(RuleScan scan) {
    DemandRule.apply(scan, (day, _) -> told(day.tasksWithoutNotice()));
  }

  private static OptionalInt told(int times) {
    return times == Demands.UNTOLD ? OptionalInt.empty() : OptionalInt.of(times);
  }
}
