package cn.jianfu.report.reference.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A year's working calendar (工作日历): Monday to Friday, less holidays, plus make-up days (调休). */
public record WorkCalendar(
    int year,
    List<LocalDate> holidays,
    List<LocalDate> makeUpWorkdays,
    LocalTime from,
    LocalTime to) {

  public static final int FIRST_YEAR = 2000;
  public static final int LAST_YEAR = 2200;

  public WorkCalendar {
    holidays = holidays.stream().sorted().toList();
    makeUpWorkdays = makeUpWorkdays.stream().sorted().toList();
  }

  /** What the wish leads to. */
  public static Ruling<WorkCalendar> decide(@Nullable WorkCalendar current, WorkCalendar wish) {
    if (!wish.from().isBefore(wish.to())) {
      return Ruling.declined(Refusal.ENDS_BEFORE_IT_BEGINS, "/to");
    }
    if (wish.holidays().stream().anyMatch(day -> day.getYear() != wish.year())) {
      return Ruling.declined(Refusal.DAY_OF_ANOTHER_YEAR, "/holidays");
    }
    if (wish.makeUpWorkdays().stream().anyMatch(day -> day.getYear() != wish.year())) {
      return Ruling.declined(Refusal.DAY_OF_ANOTHER_YEAR, "/makeUpWorkdays");
    }
    Set<LocalDate> seen = new HashSet<>(wish.holidays());
    if (seen.size() < wish.holidays().size()) {
      return Ruling.declined(Refusal.DAY_TWICE, "/holidays");
    }
    if (!wish.makeUpWorkdays().stream().allMatch(seen::add)) {
      return Ruling.declined(Refusal.DAY_TWICE, "/makeUpWorkdays");
    }
    return wish.equals(current) ? Ruling.unchanged() : Ruling.accepted(wish);
  }

  /**
   * Whether it tells working time from holidays. There is no year without any, so that one of which
   * none are entered is only begun.
   */
  public boolean complete() {
    return !holidays.isEmpty();
  }

  /** Whether people work on that day of this calendar's year. */
  public boolean isWorkday(LocalDate day) {
    return makeUpWorkdays.contains(day) || (!isWeekend(day) && !holidays.contains(day));
  }

  /** Whether no minute of that hour is working time. */
  boolean isOutside(LocalDate day, int hour) {
    int begin = hour * 60 * 60;
    return !isWorkday(day)
        || begin >= to.toSecondOfDay()
        || begin + 60 * 60 <= from.toSecondOfDay();
  }

  public static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
