package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * G-EXEC: groups that were to end and have not. Either nobody has reported the end when it was due,
 * or it was reported and the group is used all the same. Use is over when nothing was said for
 * {@code counters.windowDays}, as far as is known: when nobody tells any more, it may go on.
 */
final class NotExecutedRule {

  private NotExecutedRule() {}

  static void apply(RuleScan scan) {
    int grace = scan.thresholds().wholeNumber("exec.graceDays");
    int window = scan.thresholds().wholeNumber("counters.windowDays");
    for (GroupFacts group : scan.input().groups()) {
      Ending ending = group.ending();
      if (ending == null) {
        continue;
      }
      LocalDate executedOn = ending.executedOn();
      LocalDate last = (executedOn == null ? ending.dueOn() : executedOn).plusDays(grace);
      if (!last.isBefore(scan.day())) {
        continue;
      }
      List<LocalDate> used = executedOn == null ? List.of() : usedAfter(last, scan, group);
      boolean recently = !used.isEmpty() && used.getLast().plusDays(window).isAfter(scan.day());
      boolean isExempt = scan.exempts(group);
      if (!used.isEmpty() && !recently && !isSilentSince(used.getLast(), window, scan, group)) {
        if (isExempt) {
          scan.found(true, group, 1, evidence(ending, used.getFirst(), grace));
        } else {
          scan.unknown(group);
        }
        continue;
      }
      // What ended long ago and is silent weighs nothing any more.
      boolean settled = executedOn != null && last.plusDays(window).isBefore(scan.day());
      if (!isExempt && (recently || !settled)) {
        scan.exposed(group.unit());
      }
      if (executedOn == null || recently) {
        LocalDate usedOn = recently ? used.getFirst() : null;
        scan.found(isExempt, group, recently ? 1 : 0, evidence(ending, usedOn, grace));
      }
    }
  }

  /** The days after that one on which something was said. */
  private static List<LocalDate> usedAfter(LocalDate last, RuleScan scan, GroupFacts group) {
    ActivityFacts activity = scan.input().activity().get(group.id());
    return activity == null
        ? List.of()
        : activity.between(last.plusDays(1), scan.day()).stream()
            .filter(day -> day.messages() > 0)
            .map(DayCount::day)
            .toList();
  }

  /** Whether the group is known to have been silent for a window after that day. */
  private static boolean isSilentSince(
      LocalDate used, int window, RuleScan scan, GroupFacts group) {
    ActivityFacts activity = scan.input().activity().get(group.id());
    LocalDate known =
        activity == null ? null : activity.lastJudgedDay(scan.day(), scan.thresholds());
    int late = Math.max(1, scan.thresholds().days("data.freshDays"));
    return known != null && known.plusDays(late).isAfter(used.plusDays(window));
  }

  /**
   * @param usedOn the first such day: the last would be something new every day
   */
  private static Evidence evidence(Ending ending, @Nullable LocalDate usedOn, int grace) {
    return Evidence.builder()
        .word("kind", ending.executedOn() == null ? "OVERDUE" : "STILL_USED")
        .day("decidedOn", ending.decidedOn())
        .day("dueOn", ending.dueOn())
        .day("executedOn", ending.executedOn())
        .day("usedOn", usedOn)
        .limit("graceDays", grace)
        .build();
  }
}
