package cn.jianfu.group.detection.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * The days up to the last Sunday, for shares: they say the same for a week, where a window that
 * moves with the day would say something new every day.
 *
 * @param to its last day
 */
record Weeks(LocalDate from, LocalDate to) {

  /** So many days, of which the last is the Sunday before the week of that day. */
  static Weeks before(LocalDate day, int days) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new Weeks(monday.minusDays(days), monday.minusDays(1));
  }

  Weeks notBefore(LocalDate day) {
    return day.isAfter(from) ? new Weeks(day, to) : this;
  }
}
