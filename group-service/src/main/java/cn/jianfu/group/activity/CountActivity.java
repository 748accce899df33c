package cn.jianfu.group.activity;

import cn.jianfu.group.activity.domain.Counters;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

  /** The counters; what is absent was counted as none. */
  Counters counters() {
    return new Counters(
        orZero(messages),
        orZero(activeSenders),
        orZero(taskPosts),
        taskPostsByHour == null
            ? List.of()
            : taskPostsByHour.stream().map(CountActivity::orZero).toList(),
        orZero(emergencyPosts),
        orZero(mentionAll),
        orZero(ackOnly),
        orZero(likes),
        orZero(checkInChains),
        orZero(materialRequests),
        orZero(approvedMaterialRequests),
        orZero(proofDemands),
        orZero(replyDemands),
        shortestReplyMinutes,
        orZero(tasksWithoutNotice),
        members);
  }

  private static int orZero(@Nullable Integer count) {
    return Objects.requireNonNullElse(count, 0);
  }
}
