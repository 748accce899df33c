package cn.jianfu.report.console;

import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.report.reference.domain.WorkCalendar;
import cn.jianfu.report.reference.domain.WorkCalendars;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the page of a year's working calendar. */
record CalendarMapping(WorkCalendars calendars, LocalDate today) {

  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  CalendarPage page(int year, boolean mayEdit, @Nullable Stored<WorkCalendar> now) {
    WorkCalendar shown = now == null ? plain(year) : now.state();
    return new CalendarPage(
        year,
        mayEdit,
        today,
        now == null ? null : now.version(),
        shown.from(),
        shown.to(),
        IntStream.rangeClosed(1, 12).mapToObj(month -> month(shown, month)).toList(),
        spans(shown.holidays()),
        spans(shown.makeUpWorkdays()),
        null,
        Map.of(),
        null);
  }

  /** Plain weeks, with the hours of the year before it that has a calendar. */
  private WorkCalendar plain(int year) {
    WorkCalendar before =
        calendars.byYear().values().stream()
            .filter(each -> each.year() < year)
            .reduce((_, later) -> later)
            .orElse(null);
    return new WorkCalendar(
        year,
        List.of(),
        List.of(),
        before == null ? MORNING : before.from(),
        before == null ? EVENING : before.to());
  }

  private CalendarPage.Month month(WorkCalendar calendar, int number) {
    var month = YearMonth.of(calendar.year(), number);
    List<List<CalendarPage.@Nullable Day>> weeks = new ArrayList<>();
    var monday = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1);
    while (!monday.isAfter(month.atEndOfMonth())) {
      weeks.add(week(calendar, month, monday));
      monday = monday.plusWeeks(1);
    }
    return new CalendarPage.Month(number, weeks);
  }

  private List<CalendarPage.@Nullable Day> week(
      WorkCalendar calendar, YearMonth month, LocalDate monday) {
    List<CalendarPage.@Nullable Day> days = new ArrayList<>();
    for (LocalDate day = monday; day.isBefore(monday.plusWeeks(1)); day = day.plusDays(1)) {
      days.add(YearMonth.from(day).equals(month) ? day(calendar, day) : null);
    }
    return days;
  }

  private CalendarPage.Day day(WorkCalendar calendar, LocalDate day) {
    return new CalendarPage.Day(day, kind(calendar, day), day.equals(today));
  }

  private static CalendarPage.Kind kind(WorkCalendar calendar, LocalDate day) {
    if (calendar.makeUpWorkdays().contains(day)) {
      return CalendarPage.Kind.MAKE_UP;
    }
    if (calendar.holidays().contains(day)) {
      return CalendarPage.Kind.HOLIDAY;
    }
    return WorkCalendar.isWeekend(day) ? CalendarPage.Kind.WEEKEND : CalendarPage.Kind.WORK;
  }

  private static List<CalendarPage.Span> spans(List<LocalDate> days) {
    List<CalendarPage.Span> spans = new ArrayList<>();
    for (LocalDate day : days) {
      if (!spans.isEmpty() && spans.getLast().to().plusDays(1).equals(day)) {
        spans.add(new CalendarPage.Span(spans.removeLast().from(), day));
      } else {
        spans.add(new CalendarPage.Span(day, day));
      }
    }
    return spans;
  }
}
