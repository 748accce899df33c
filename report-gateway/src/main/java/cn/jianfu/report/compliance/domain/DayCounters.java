package cn.jianfu.report.compliance.domain;

/** One day of a group's counters (活跃日). */
public record DayCounters(
    int messages,
    int activeSenders,
    int taskPosts,
    int emergencyPosts,
    int mentionAll,
    int ackOnly,
    int likes,
    int checkInChains,
    int materialRequests,
    int proofDemands,
    int replyDemands,
    int tasksWithoutNotice) {}
