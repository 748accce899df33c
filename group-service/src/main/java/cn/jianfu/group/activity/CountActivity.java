package cn.jianfu.group.activity;

import cn.jianfu.group.activity.domain.Counters;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day's counters, as a resource's body or a pushed event's data; see the domain for the words.
 *
 * @param date the day; in a resource's body it may be left out, the address has it
 */
public record CountActivity(
    @Nullable LocalDate date,
    @Nullable Integer messages,
    @Nullable Integer activeSenders,
    @Nullable Integer taskPosts,
    @Nullable List<@Nullable Integer> taskPostsByHour,
    @Nullable Integer emergencyPosts,
    @Nullable Integer mentionAll,
    @Nullable Integer ackOnly,
    @Nullable Integer likes,
    @Nullable Integer checkInChains,
    @Nullable Integer materialRequests,
    @Nullable Integer approvedMaterialRequests,
    @Nullable Integer proofDemands,
    @Nullable Integer replyDemands,
    @Nullable Integer shortestReplyMinutes,
    @Nullable Integer tasksWithoutNotice,
    @Nullable Integer members) {

  /**
   * The counters. Of what is absent nothing is known, unless the others leave no room for it: on a
   * day without messages nothing was asked, and without tasks none lacked its notice.
   */
  Counters counters() {
    int said = orNone(messages);
    Integer tasks = among(said, taskPosts);
    return new Counters(
        said,
        orNone(activeSenders),
        tasks,
        taskPostsByHour == null
            ? List.of()
            : taskPostsByHour.stream().map(CountActivity::orNone).toList(),
        orNone(emergencyPosts),
        among(said, mentionAll),
        among(said, ackOnly),
        among(said, likes),
        among(said, checkInChains),
        among(said, materialRequests),
        orNone(approvedMaterialRequests),
        among(said, proofDemands),
        among(said, replyDemands),
        shortestReplyMinutes,
        tasks == null ? tasksWithoutNotice : among(tasks, tasksWithoutNotice),
        members);
  }

  private static @Nullable Integer among(int most, @Nullable Integer count) {
    if (count == null && most == 0) {
      return 0;
    }
    return count;
  }

  private static int orNone(@Nullable Integer count) {
    return count == null ? 0 : count;
  }
}
