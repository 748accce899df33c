package cn.jianfu.report.reference.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The calendars of all years. A year without one is Monday to Friday. */
public record WorkCalendars(Map<Integer, WorkCalendar> byYear) {

  public static WorkCalendars of(Collection<WorkCalendar> calendars) {
    Map<Integer, WorkCalendar> byYear = new TreeMap<>();
    calendars.forEach(calendar -> byYear.put(calendar.year(), calendar));
    return new WorkCalendars(byYear);
  }

  public boolean isWorkday(LocalDate day) {
    WorkCalendar calendar = byYear.get(day.getYear());
    return calendar == null ? !WorkCalendar.isWeekend(day) : calendar.isWorkday(day);
  }
}
