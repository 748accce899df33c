package cn.jianfu.group.activity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a group on a day, as far as detection asks.
 *
 * @param senders how many different people wrote
 * @param acksAndLikes messages that only acknowledge, and likes
 * @param members how many were in the group; 0 when the source does not say
 * @param asked null when nothing was asked, or it was not read
 */
public record CountedDay(
    String groupId,
    LocalDate date,
    int senders,
    int messages,
    int acksAndLikes,
    int members,
    @Nullable Asked asked) {

  /** The names are those of the counters; see there for what they mean. */
  public record Asked(
      int taskPosts,
      List<Integer> taskPostsByHour,
      int emergencyPosts,
      int checkInChains,
      int materialRequests,
      int approvedMaterialRequests,
      int proofDemands,
      int replyDemands,
      @Nullable Integer shortestReplyMinutes,
      int tasksWithoutNotice) {

    public Asked {
      taskPostsByHour = List.copyOf(taskPostsByHour);
    }
  }
}
