package cn.jianfu.group.activity.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was counted on one day. A number that could be held against the group is null where its
 * source does not say it. What speaks for it (who wrote, what was an emergency, what was approved)
 * is none unless it is said, or leaving it out would excuse.
 *
 * @param activeSenders distinct senders
 * @param taskPosts posts that assign work
 * @param taskPostsByHour 24 counts by local hour, or empty when the source has none
 * @param emergencyPosts task posts marked as emergencies
 * @param ackOnly messages that only acknowledge (收到)
 * @param checkInChains 接龙打卡
 * @param materialRequests 索要材料
 * @param approvedMaterialRequests those of the material requests that name an approved form
 * @param proofDemands 留痕要求
 * @param replyDemands 限时响应
 * @param shortestReplyMinutes the shortest time that was given to reply
 * @param tasksWithoutNotice 以群代文
 * @param members how many were in the group at any time of the day; null when the source does not
 *     say
 */
public record Counters(
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
    @Nullable Integer members) {

  /** The most that a counter can say for one day. */
  public static final int MAX = 1_000_000;

  public Counters {
    taskPostsByHour = List.copyOf(taskPostsByHour);
  }

  /** What cannot be true about these numbers, in the order of the fields. */
  public List<Flaw> flaws() {
    List<Flaw> flaws = new ArrayList<>();
    range(flaws, "messages", messages, MAX);
    range(flaws, "members", members, MAX);
    range(flaws, "activeSenders", activeSenders, mostSenders());
    range(flaws, "taskPosts", taskPosts, messages);
    hours(flaws);
    range(flaws, "emergencyPosts", emergencyPosts, mostTasks());
    range(flaws, "mentionAll", mentionAll, messages);
    range(flaws, "ackOnly", ackOnly, messages);
    range(flaws, "likes", likes, MAX);
    range(flaws, "checkInChains", checkInChains, messages);
    range(flaws, "materialRequests", materialRequests, messages);
    int mostApproved = materialRequests == null ? messages : materialRequests;
    range(flaws, "approvedMaterialRequests", approvedMaterialRequests, mostApproved);
    range(flaws, "proofDemands", proofDemands, messages);
    range(flaws, "replyDemands", replyDemands, messages);
    if (shortestReplyMinutes != null) {
      range(flaws, "shortestReplyMinutes", shortestReplyMinutes, 24 * 60);
      if (replyDemands == null || replyDemands == 0) {
        flaws.add(new Flaw("shortestReplyMinutes", Refusal.NOTHING_TO_REPLY_TO));
      }
    }
    range(flaws, "tasksWithoutNotice", tasksWithoutNotice, mostTasks());
    return List.copyOf(flaws);
  }

  private int mostSenders() {
    int most = Math.min(messages, MAX);
    return members == null || members < 0 ? most : Math.min(most, members);
  }

  private int mostTasks() {
    return taskPosts == null ? messages : taskPosts;
  }

  private void hours(List<Flaw> flaws) {
    if (taskPostsByHour.isEmpty()) {
      return;
    }
    if (taskPostsByHour.size() != 24) {
      flaws.add(new Flaw("taskPostsByHour", Refusal.NOT_24_HOURS));
    } else if (taskPostsByHour.stream().anyMatch(count -> count < 0)) {
      flaws.add(new Flaw("taskPostsByHour", Refusal.NEGATIVE));
    } else if (taskPostsByHour.stream().mapToLong(Integer::longValue).sum() > mostTasks()) {
      flaws.add(new Flaw("taskPostsByHour", Refusal.MORE_THAN_POSSIBLE));
    }
  }

  private static void range(List<Flaw> flaws, String field, @Nullable Integer value, int most) {
    if (value == null) {
      return;
    }
    if (value < 0) {
      flaws.add(new Flaw(field, Refusal.NEGATIVE));
    } else if (value > most && most >= 0) {
      flaws.add(new Flaw(field, Refusal.MORE_THAN_POSSIBLE));
    }
  }

  /** A number that cannot be true. */
  public record Flaw(String field, Refusal why) {}

  /** Why a number cannot be true. */
  public enum Refusal {
    NEGATIVE,
    MORE_THAN_POSSIBLE,
    NOT_24_HOURS,
    NOTHING_TO_REPLY_TO
  }
}
