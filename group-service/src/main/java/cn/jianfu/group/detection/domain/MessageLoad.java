package cn.jianfu.group.detection.domain;

import org.jspecify.annotations.Nullable;

/** How much is said in a group. */
final class MessageLoad {

  /** Fewer working days do not show yet how it goes on. */
  private static final int FEWEST_WORKDAYS = 5;

  private MessageLoad() {}

  /** Messages for each working day, cut; null when the data say too little. */
  static @Nullable Integer perWorkday(
      @Nullable ActivityFacts activity, Weeks weeks, WorkingTime workingTime) {
    if (activity == null || weeks.from().isAfter(weeks.to())) {
      return null;
    }
    var counted = activity.between(weeks.from(), weeks.to());
    int workdays = workingTime.workdays(weeks.from(), weeks.to());
    if (counted.isEmpty() || workdays < FEWEST_WORKDAYS) {
      return null;
    }
    long messages = counted.stream().mapToLong(DayCount::messages).sum();
    return Math.toIntExact(messages / workdays);
  }
}
