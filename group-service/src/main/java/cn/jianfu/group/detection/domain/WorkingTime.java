package cn.jianfu.group.detection.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** When people work (工作日历), by year. */
public record WorkingTime(Map<Integer, Year> years) {

  /** No calendar at all. */
  public static final WorkingTime UNKNOWN = new WorkingTime(Map.of());

  /**
   * A year's calendar.
   *
   * @param makeUpWorkdays 调休 workdays on a weekend
   * @param from local beginning of the working hours
   * @param to local end of the working hours
   */
  public record Year(
      Set<LocalDate> holidays, Set<LocalDate> makeUpWorkdays, LocalTime from, LocalTime to) {

    public Year {
      holidays = Set.copyOf(holidays);
      makeUpWorkdays = Set.copyOf(makeUpWorkdays);
    }
  }

  public WorkingTime {
    years = Map.copyOf(years);
  }

  /** Whether people work on that day; a year without a calendar has plain weeks. */
  boolean isWorkday(LocalDate day) {
    boolean weekday = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    Year year = years.get(day.getYear());
    return year == null
        ? weekday
        : year.makeUpWorkdays().contains(day) || (weekday && !year.holidays().contains(day));
  }

  /** The working days from one day to another, both included. */
  int workdays(LocalDate from, LocalDate to) {
    return (int) from.datesUntil(to.plusDays(1)).filter(this::isWorkday).count();
  }

  /**
   * How many of a day's posts were outside working hours. An hour that is partly working time is
   * working time.
   *
   * @param byHour 24 counts
   * @return nothing in a year without a calendar, or whose holidays are not entered: one of them
   *     would be taken for a workday
   */
  OptionalInt outside(LocalDate day, List<Integer> byHour) {
    Year year = years.get(day.getYear());
    if (year == null || year.holidays().isEmpty()) {
      return OptionalInt.empty();
    }
    boolean workday = isWorkday(day);
    return OptionalInt.of(
        IntStream.range(0, byHour.size())
            .filter(hour -> !(workday && touches(year, hour)))
            .map(byHour::get)
            .sum());
  }

  private static boolean touches(Year year, int hour) {
    int from = year.from().toSecondOfDay();
    int to = year.to().toSecondOfDay();
    return hour * 3600 < to && (hour + 1) * 3600 > from;
  }
}
