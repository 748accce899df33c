package cn.jianfu.group.activity;

import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.activity.domain.Counters;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day of a group as it is stored. A counter that the source did not send is absent; in days of
 * before it could be, it is 0.
 *
 * @param approvedMaterialRequests absent in days of before it was counted
 * @param members absent when the source did not say
 */
public record ActivityRecord(
    String groupId,
    String unit,
    String town,
    LocalDate date,
    int messages,
    int activeSenders,
    @Nullable Integer taskPosts,
    List<Integer> taskPostsByHour,
    int emergencyPosts,
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

  static ActivityRecord of(ActivityDay day) {
    Counters it = day.counters();
    return new ActivityRecord(
        day.groupId(),
        day.unit(),
        day.town(),
        day.date(),
        it.messages(),
        it.activeSenders(),
        it.taskPosts(),
        it.taskPostsByHour(),
        it.emergencyPosts(),
        it.mentionAll(),
        it.ackOnly(),
        it.likes(),
        it.checkInChains(),
        it.materialRequests(),
        it.approvedMaterialRequests(),
        it.proofDemands(),
        it.replyDemands(),
        it.shortestReplyMinutes(),
        it.tasksWithoutNotice(),
        it.members());
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
            taskPosts,
            taskPostsByHour,
            emergencyPosts,
            mentionAll,
            ackOnly,
            likes,
            checkInChains,
            materialRequests,
            approvedMaterialRequests == null ? 0 : approvedMaterialRequests,
            proofDemands,
            replyDemands,
            shortestReplyMinutes,
            tasksWithoutNotice,
            members));
  }
}
