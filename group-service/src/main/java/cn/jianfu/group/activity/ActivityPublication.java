package cn.jianfu.group.activity;

import cn.jianfu.contracts.group.ActivityRecordedV1;
import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.activity.domain.Counters;

/** Says to the other services what was counted. */
final class ActivityPublication {

  private ActivityPublication() {}

  static ActivityRecordedV1 of(ActivityDay day) {
    Counters it = day.counters();
    return new ActivityRecordedV1(
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
}
