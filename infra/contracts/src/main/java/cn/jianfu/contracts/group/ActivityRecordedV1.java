package cn.jianfu.contracts.group;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One day of a group's counters (活跃日), complete; never message text. What could be held against the
 * group is absent where its source does not say it; before it could be, it was 0 then.
 *
 * @param messages messages sent
 * @param activeSenders distinct senders
 * @param taskPosts posts that assign work
 * @param taskPostsByHour 24 counts by local hour, or empty when the source has none
 * @param emergencyPosts task posts marked as emergencies
 * @param mentionAll messages that called everybody
 * @param ackOnly messages that only acknowledge (收到)
 * @param likes likes
 * @param checkInChains 接龙打卡
 * @param materialRequests 索要材料
 * @param approvedMaterialRequests those of them that name an approved form
 * @param proofDemands 留痕要求: screenshots, photos, tracks
 * @param replyDemands 限时响应: demands to reply in a given time
 * @param shortestReplyMinutes the shortest such time, in minutes
 * @param tasksWithoutNotice 以群代文
 * @param members how many were in the group at any time of that day, where the source says it
 */
public record ActivityRecordedV1(
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
    int approvedMaterialRequests,
    @Nullable Integer proofDemands,
    @Nullable Integer replyDemands,
    @Nullable Integer shortestReplyMinutes,
    @Nullable Integer tasksWithoutNotice,
    @Nullable Integer members) {}
