package cn.jianfu.report.fact;

import cn.jianfu.report.compliance.domain.DayCounters;
import cn.jianfu.report.compliance.domain.Handwork;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Set;

/**
 * One month of a group's counters and members, and of what was done about it by hand.
 *
 * @param month for example {@code 2026-11}
 */
record GroupMonth(
    String group,
    String month,
    String unit,
    String town,
    NavigableMap<LocalDate, DayCounters> days,
    NavigableMap<LocalDate, Integer> members,
    NavigableMap<LocalDate, Set<Handwork>> handwork) {

  /** Whether all that was told of it was taken back. */
  boolean isEmpty() {
    return days.isEmpty() && members.isEmpty() && handwork.isEmpty();
  }
}
