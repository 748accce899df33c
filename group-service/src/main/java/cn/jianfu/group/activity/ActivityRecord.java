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
