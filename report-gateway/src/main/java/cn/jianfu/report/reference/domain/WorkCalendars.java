package cn.jianfu.report.reference.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The calendars of all years. A year without one is Monday to Friday. */
public record WorkCalendars(Map<Integer, WorkCalendar> byYear) {

  public static WorkCalendars of(Collection<WorkCalendar> calendars) {
    Map<Integer, WorkCalendar> byYear = new TreeMap<>();
    calendars.forEach(calendar -> byYear.put(calendar.year(), calendar));
    return new WorkCalendars(byYear);
  }

  /**
   * How many of a day's posts were outside working hours; not known in a year whose holidays are
   * not: one of them would be taken for a workday.
   *
   * @param byHour posts by local hour
   */
  public OptionalInt outside(LocalDate day, Map<Integer, Integer> byHour) {
    WorkCalendar calendar = byYear.get(day.getYear());
    if (calendar == null || !calendar.complete()) {
      return OptionalInt.empty();
    }
    if (byHour.isEmpty()) {
      // The usual case: most groups have no tasks on most days.
      return OptionalInt.of(0);
    }
    return OptionalInt.of(
        byHour.entrySet().stream()
            .filter(each -> calendar.isOutside(day, each.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum());
  }

  /** The day that many working days later. */
  public LocalDate workingDaysAfter(LocalDate day, int count) {
    LocalDate later = day;
    for (int left = count; left > 0; ) {
      later = later.plusDays(1);
      if (isWorkday(later)) {
        left--;
      }
    }
    return later;
  }

  /** The working days after the one day, up to the other. */
  public int workingDays(LocalDate after, LocalDate until) {
    return until.isAfter(after)
        ? (int) after.plusDays(1).datesUntil(until.plusDays(1)).filter(this::isWorkday).count()
        : 0;
  }

  public boolean isWorkday(LocalDate day) {
    WorkCalendar calendar = byYear.get(day.getYear());
    return calendar == null ? !WorkCalendar.isWeekend(day) : calendar.isWorkday(day);
  }
}
