package cn.jianfu.group.detection.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much is said in a group.
 *
 * @param perWorkday messages for each working day with counters, cut; what is said on other days is
 *     said on top of it
 * @param workdays how many working days have counters
 */
record MessageLoad(int perWorkday, int workdays) {

  /** Fewer working days do not show yet how it goes on. */
  private static final int FEWEST_WORKDAYS = 5;

  /**
   * The load of some days; null when the data say too little. A working day without counters is not
   * a quiet one: who left days out would halve the load.
   */
  static @Nullable MessageLoad of(
      @Nullable ActivityFacts activity, Weeks weeks, WorkingTime workingTime) {
    if (activity == null || weeks.from().isAfter(weeks.to())) {
      return null;
    }
    List<DayCount> counted = activity.between(weeks.from(), weeks.to());
    int workdays = (int) counted.stream().filter(day -> workingTime.isWorkday(day.day())).count();
    if (workdays < FEWEST_WORKDAYS) {
      return null;
    }
    long messages = counted.stream().mapToLong(DayCount::messages).sum();
    return new MessageLoad(Math.toIntExact(messages / workdays), workdays);
  }

  static @Nullable Integer perWorkday(
      @Nullable ActivityFacts activity, Weeks weeks, WorkingTime workingTime) {
    MessageLoad load = of(activity, weeks, workingTime);
    return load == null ? null : load.perWorkday();
  }
}
