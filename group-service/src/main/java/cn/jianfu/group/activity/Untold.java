package cn.jianfu.group.activity;

import cn.jianfu.group.activity.domain.Counters;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which counters of a stored day its source does not send, a bit for each. In their places stands
 * what earlier versions take for them, so that one beside this one, or after it, reads the day.
 */
enum Untold {
  TASK_POSTS(1),
  MENTION_ALL(1 << 1),
  ACK_ONLY(1 << 2),
  LIKES(1 << 3),
  CHECK_IN_CHAINS(1 << 4),
  MATERIAL_REQUESTS(1 << 5),
  PROOF_DEMANDS(1 << 6),
  REPLY_DEMANDS(1 << 7),
  TASKS_WITHOUT_NOTICE(1 << 8);

  private final int bit;

  Untold(int bit) {
    this.bit = bit;
  }

  /** The bits of a day; null when all of it is told. */
  static @Nullable Integer of(Counters day) {
    int bits =
        Arrays.stream(values())
            .filter(it -> it.counterOf(day) == null)
            .mapToInt(it -> it.bit)
            .sum();
    return bits == 0 ? null : (Integer) bits;
  }

  /** What stands in the counter's place. */
  int stored(Counters day) {
    int otherwise =
        this == TASK_POSTS ? day.taskPostsByHour().stream().mapToInt(Integer::intValue).sum() : 0;
    return Objects.requireNonNullElse(counterOf(day), otherwise);
  }

  /** What is stored in the counter's place, if it is told. */
  @Nullable Integer read(int stored, @Nullable Integer bits) {
    return bits != null && isIn(bits) ? null : (Integer) stored;
  }

  boolean isIn(int bits) {
    return (bits & bit) != 0;
  }

  private @Nullable Integer counterOf(Counters day) {
    return switch (this) {
      case TASK_POSTS -> day.taskPosts();
      case MENTION_ALL -> day.mentionAll();
      case ACK_ONLY -> day.ackOnly();
      case LIKES -> day.likes();
      case CHECK_IN_CHAINS -> day.checkInChains();
      case MATERIAL_REQUESTS -> day.materialRequests();
      case PROOF_DEMANDS -> day.proofDemands();
      case REPLY_DEMANDS -> day.replyDemands();
      case TASKS_WITHOUT_NOTICE -> day.tasksWithoutNotice();
    };
  }
}
