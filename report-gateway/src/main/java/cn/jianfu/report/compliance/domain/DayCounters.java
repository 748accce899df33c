package cn.jianfu.report.compliance.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One day of a group's counters (活跃日); null is a counter that the source does not send.
 *
 * @param tasksByHour task posts by local hour, for the hours that had some; none when the source
 *     does not say
 */
public record DayCounters(
    int messages,
    int activeSenders,
    @Nullable Integer taskPosts,
    int emergencyPosts,
    @Nullable Integer mentionAll,
    @Nullable Integer ackOnly,
    @Nullable Integer likes,
    @Nullable Integer checkInChains,
    @Nullable Integer materialRequests,
    @Nullable Integer proofDemands,
    @Nullable Integer replyDemands,
    @Nullable Integer tasksWithoutNotice,
    Map<Integer, Integer> tasksByHour) {

  public DayCounters {
    tasksByHour = Map.copyOf(tasksByHour);
  }

  /** Task posts besides so many; none where the source does not say how many there were. */
  int tasksBesides(int others) {
    return taskPosts == null ? 0 : taskPosts - others;
  }

  /** Whether both check-in chains and demands of proof are told. */
  boolean tellsTraces() {
    return checkInChains != null && proofDemands != null;
  }

  /** Check-in chains that are told of. */
  int knownChains() {
    return orNone(checkInChains);
  }

  /** Demands of proof that are told of. */
  int knownProofs() {
    return orNone(proofDemands);
  }

  private static int orNone(@Nullable Integer count) {
    return count == null ? 0 : count;
  }
}
