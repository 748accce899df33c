package cn.jianfu.group.activity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a group on a day, as far as detection asks.
 *
 * @param source who counted, as its requests name it; empty when nobody knows
 * @param senders how many different people wrote
 * @param acksAndLikes messages that only acknowledge, and likes; {@code ~n} when the source leaves
 *     one of the two out, or both, and n are known
 * @param members how many were in the group; 0 when the source does not say
 * @param asked null when nothing was asked and all of it is told, or it was not read
 */
public record CountedDay(
    String groupId,
    LocalDate date,
    String source,
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

    /** Stands for a count that the source did not send. */
    public static final int UNTOLD = -1;

    public Asked {
      taskPostsByHour = List.copyOf(taskPostsByHour);
    }
  }
}
