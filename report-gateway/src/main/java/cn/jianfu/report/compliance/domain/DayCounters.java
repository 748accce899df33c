package cn.jianfu.report.compliance.domain;

import java.util.Map;

/**
 * One day of a group's counters (活跃日).
 *
 * @param tasksByHour task posts by local hour, for the hours that had some; none when the source
 *     does not say
 */
public record DayCounters(
    int messages,
    int activeSenders,
    int taskPosts,
    int emergencyPosts,
    int mentionAll,
    int ackOnly,
    int likes,
    int checkInChains,
    int materialRequests,
    int proofDemands,
    int replyDemands,
    int tasksWithoutNotice,
    Map<Integer, Integer> tasksByHour) {

  public DayCounters {
    tasksByHour = Map.copyOf(tasksByHour);
  }
}
