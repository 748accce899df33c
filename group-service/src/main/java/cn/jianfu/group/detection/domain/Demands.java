package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a group's members on a day; see the counters of an activity day for the words.
 *
 * @param taskPostsByHour 24 counts by local hour, or empty when the source has none
 * @param materialRequests those that name no approved form
 */
public record Demands(
    LocalDate day,
    int taskPosts,
    List<Integer> taskPostsByHour,
    int emergencyPosts,
    int checkInChains,
    int materialRequests,
    int proofDemands,
    int replyDemands,
    @Nullable Integer shortestReplyMinutes,
    int tasksWithoutNotice) {

  public Demands {
    taskPostsByHour = List.copyOf(taskPostsByHour);
  }
}
