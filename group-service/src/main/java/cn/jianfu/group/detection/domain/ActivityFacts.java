package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The daily counters that were received for one group.
 *
 * @param days the group's own days with counters, oldest first, zero days included where sent
 * @param demands the days on which something was asked, oldest first; of the latest months only
 * @param feedThrough the last day that a source of its last days reported for any group of the unit
 *     on the platform; a source that leaves silent groups out has thereby said that this one was
 *     silent. Null when not known.
 * @param unitThrough the same, of whatever source
 */
public record ActivityFacts(
    String group,
    List<DayCount> days,
    List<Demands> demands,
    @Nullable LocalDate feedThrough,
    @Nullable LocalDate unitThrough) {

  public ActivityFacts {
    days = days.stream().sorted(Comparator.comparing(DayCount::day)).toList();
    demands = demands.stream().sorted(Comparator.comparing(Demands::day)).toList();
  }

  public static ActivityFacts of(
      String group, Collection<DayCount> days, @Nullable LocalDate feedThrough) {
    return new ActivityFacts(group, List.copyOf(days), List.of(), feedThrough, feedThrough);
  }

  /** The counted days from one to the other, both included. */
  List<DayCount> between(LocalDate from, LocalDate to) {
    return days.stream()
        .filter(day -> !day.day().isBefore(from) && !day.day().isAfter(to))
        .toList();
  }

  /** The first day on which the group was observed; null when it never was. */
  public @Nullable LocalDate firstDataDay() {
    return days.isEmpty() ? null : days.getFirst().day();
  }

  /** The last day, up to the given one, of which the activity is known; null when none is. */
  public @Nullable LocalDate lastDataDay(LocalDate asOf) {
    LocalDate own = lastDayWith(0, asOf);
    return own == null ? null : through(own, feedThrough, asOf);
  }

  /**
   * The last day, up to the given one, that the group is judged by; null when there is none. Who
   * was told nothing of for twice {@code zombie.idleDays} is judged by whatever source the unit
   * has: else one that was given up would excuse its groups for ever.
   */
  @Nullable LocalDate lastJudgedDay(LocalDate asOf, Thresholds thresholds) {
    LocalDate own = lastDayWith(0, asOf);
    if (own == null) {
      return null;
    }
    boolean leftOut = own.isBefore(asOf.minusDays(2L * thresholds.days("zombie.idleDays")));
    return through(own, leftOut ? unitThrough : feedThrough, asOf);
  }

  /**
   * The last day that was told of a group of which nothing could be said if no other source of its
   * unit had reported; null of any other group. How long its own sources reported others is not
   * kept for as long.
   */
  @Nullable LocalDate lastToldBefore(LocalDate asOf, Thresholds thresholds) {
    LocalDate told = lastDataDay(asOf);
    LocalDate judged = lastJudgedDay(asOf, thresholds);
    return told == null
            || judged == null
            || !judged.isAfter(told)
            || told.isAfter(asOf.minusDays(thresholds.days("zombie.idleDays")))
        ? null
        : lastDayWith(0, asOf);
  }

  private static LocalDate through(LocalDate own, @Nullable LocalDate feed, LocalDate asOf) {
    if (feed == null || !feed.isAfter(own)) {
      return own;
    }
    return feed.isAfter(asOf) ? asOf : feed;
  }

  /** The last day, up to the given one, with enough senders to count as use; null when none. */
  public @Nullable LocalDate lastSubstantiveDay(int minActiveMembers, LocalDate asOf) {
    return lastDayWith(minActiveMembers, asOf);
  }

  /** How many were in the group on the last day, up to the given one, that says so; 0 if none. */
  int membersBy(LocalDate asOf) {
    return days.reversed().stream()
        .filter(day -> !day.day().isAfter(asOf) && day.members() > 0)
        .mapToInt(DayCount::members)
        .findFirst()
        .orElse(0);
  }

  /** The same; where no day up to that one says so, on the first that does; 0 if none. */
  int membersFrom(LocalDate day) {
    int by = membersBy(day);
    return by > 0
        ? by
        : days.stream().mapToInt(DayCount::members).filter(it -> it > 0).findFirst().orElse(0);
  }

  /** Whether more are in the group by its last day that says so than on one of the window. */
  boolean hasGrownWithin(LocalDate asOf, int windowDays) {
    LocalDate from = asOf.minusDays(windowDays);
    int fewest = Integer.MAX_VALUE;
    int last = 0;
    for (DayCount day : days) {
      if (day.members() > 0 && !day.day().isAfter(asOf)) {
        last = day.members();
        fewest = day.day().isBefore(from) ? last : Math.min(fewest, last);
      }
    }
    return last > fewest;
  }

  /** How many days of the window, which ends with the given day, had enough senders. */
  public int activeDays(int minActiveMembers, int windowDays, LocalDate asOf) {
    LocalDate before = asOf.minusDays(windowDays);
    return (int)
        days.stream()
            .filter(day -> day.day().isAfter(before) && !day.day().isAfter(asOf))
            .filter(day -> day.activeSenders() >= minActiveMembers)
            .count();
  }

  private @Nullable LocalDate lastDayWith(int senders, LocalDate asOf) {
    for (DayCount day : days.reversed()) {
      if (!day.day().isAfter(asOf) && day.activeSenders() >= senders) {
        return day.day();
      }
    }
    return null;
  }
}
