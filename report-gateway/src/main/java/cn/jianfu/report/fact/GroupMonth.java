package cn.jianfu.report.fact;

import cn.jianfu.report.compliance.domain.DayCounters;
import java.time.LocalDate;
import java.util.NavigableMap;

/**
 * One month of a group's counters and members.
 *
 * @param month for example {@code 2026-11}
 */
record GroupMonth(
    String group,
    String month,
    String unit,
    String town,
    NavigableMap<LocalDate, DayCounters> days,
    NavigableMap<LocalDate, Integer> members) {}
