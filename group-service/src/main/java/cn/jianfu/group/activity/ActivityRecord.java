package cn.jianfu.group.activity;

import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.activity.domain.Counters;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day of a group as it is stored.
 *
 * @param approvedMaterialRequests absent in days of before it was counted
 * @param members absent when the source did not say
 * @param untold bits of {@link Untold}; absent when all is told, and in days of before
 * @param source who counted; absent in days of before it was kept
 */
public record ActivityRecord(
    String groupId,
    String unit,
    String town,
    LocalDate date,
    int messages,
    int activeSenders,
    int taskPosts,
    List<Integer> taskPostsByHour,
    int emergencyPosts,
    int mentionAll,
    int ackOnly,
    int likes,
    int checkInChains,
    int materialRequests,
    @Nullable Integer approvedMaterialRequests,
    int proofDemands,
    int replyDemands,
    @Nullable Integer shortestReplyMinutes,
    int tasksWithoutNotice,
    @Nullable Integer members,
    @Nullable Integer untold,
    @Nullable String source) {

  static ActivityRecord of(ActivityDay day) {
    Counters it = day.counters();
    return new ActivityRecord(
        day.groupId(),
        day.unit(),
        day.town(),
        day.date(),
        it.messages(),
        it.activeSenders(),
        Untold.TASK_POSTS.stored(it),
        it.taskPostsByHour(),
        it.emergencyPosts(),
        Untold.MENTION_ALL.stored(it),
        Untold.ACK_ONLY.stored(it),
        Untold.LIKES.stored(it),
        Untold.CHECK_IN_CHAINS.stored(it),
        Untold.MATERIAL_REQUESTS.stored(it),
        it.approvedMaterialRequests(),
        Untold.PROOF_DEMANDS.stored(it),
        Untold.REPLY_DEMANDS.stored(it),
        it.shortestReplyMinutes(),
        Untold.TASKS_WITHOUT_NOTICE.stored(it),
        it.members(),
        Untold.of(it),
        day.source());
  }

  ActivityDay day() {
    return new ActivityDay(
        groupId,
        unit,
        town,
        date,
        new Counters(
            messages,
            activeSenders,
            Untold.TASK_POSTS.read(taskPosts, untold),
            taskPostsByHour,
            emergencyPosts,
            Untold.MENTION_ALL.read(mentionAll, untold),
            Untold.ACK_ONLY.read(ackOnly, untold),
            Untold.LIKES.read(likes, untold),
            Untold.CHECK_IN_CHAINS.read(checkInChains, untold),
            Untold.MATERIAL_REQUESTS.read(materialRequests, untold),
            approvedMaterialRequests == null ? 0 : approvedMaterialRequests,
            Untold.PROOF_DEMANDS.read(proofDemands, untold),
            Untold.REPLY_DEMANDS.read(replyDemands, untold),
            shortestReplyMinutes,
            Untold.TASKS_WITHOUT_NOTICE.read(tasksWithoutNotice, untold),
            members),
        source == null ? "" : source);
  }
}
