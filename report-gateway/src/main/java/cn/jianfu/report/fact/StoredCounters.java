package cn.jianfu.report.fact;

import cn.jianfu.contracts.group.ActivityRecordedV1;
import cn.jianfu.report.compliance.domain.DayCounters;

/**
 * A day's counters as numbers in one text, because a town's window has tens of thousands of them:
 * an array would be a dozen elements with names of their own, read and written at each change.
 */
final class StoredCounters {

  private static final int MANY = 12;

  private StoredCounters() {}

  static String of(ActivityRecordedV1 day) {
    int[] counters = {
      day.messages(),
      day.activeSenders(),
      day.taskPosts(),
      day.emergencyPosts(),
      day.mentionAll(),
      day.ackOnly(),
      day.likes(),
      day.checkInChains(),
      day.materialRequests(),
      day.proofDemands(),
      day.replyDemands(),
      day.tasksWithoutNotice()
    };
    StringBuilder text = new StringBuilder(3 * MANY);
    for (int counter : counters) {
      text.append(text.isEmpty() ? "" : " ").append(counter);
    }
    return text.toString();
  }

  static DayCounters read(String text) {
    int[] it = new int[MANY];
    int from = 0;
    for (int i = 0; i < MANY; i++) {
      int space = text.indexOf(' ', from);
      int to = space < 0 ? text.length() : space;
      it[i] = Integer.parseInt(text, from, to, 10);
      from = to + 1;
    }
    return new DayCounters(
        it[0], it[1], it[2], it[3], it[4], it[5], it[6], it[7], it[8], it[9], it[10], it[11]);
  }
}
