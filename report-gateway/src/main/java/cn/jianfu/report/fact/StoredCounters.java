package cn.jianfu.report.fact;

import cn.jianfu.contracts.group.ActivityRecordedV1;
import cn.jianfu.report.compliance.domain.DayCounters;
import java.util.List;

/** A day's counters as a list of numbers, because a town's window has tens of thousands of them. */
final class StoredCounters {

  private StoredCounters() {}

  static List<Integer> of(ActivityRecordedV1 day) {
    return List.of(
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
        day.tasksWithoutNotice());
  }

  static DayCounters read(List<Integer> it) {
    return new DayCounters(
        it.get(0),
        it.get(1),
        it.get(2),
        it.get(3),
        it.get(4),
        it.get(5),
        it.get(6),
        it.get(7),
        it.get(8),
        it.get(9),
        it.get(10),
        it.get(11));
  }
}
