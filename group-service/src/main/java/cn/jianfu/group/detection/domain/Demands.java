package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a group's members on a day; see the counters of an activity day for the words.
 *
 * <p>A count is {@link #UNTOLD} where the source does not say it; what excuses is none then.
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

  /** Stands for a count that nobody knows. */
  public static final int UNTOLD = -1;

  public Demands {
    taskPostsByHour = List.copyOf(taskPostsByHour);
  }

  /** Whether nothing is known to have been asked; there may be counts that nobody knows. */
  public boolean showsNothing() {
    return taskPosts <= 0
        && taskPostsByHour.isEmpty()
        && checkInChains <= 0
        && materialRequests <= 0
        && proofDemands <= 0
        && replyDemands <= 0
        && tasksWithoutNotice <= 0;
  }
}
