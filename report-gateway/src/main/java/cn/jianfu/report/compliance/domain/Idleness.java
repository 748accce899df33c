package cn.jianfu.report.compliance.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Whether a group has gone quiet (僵尸群), as far as its counters say. */
enum Idleness {
  IN_USE,
  IDLE,
  /** No counters, or too few days of them. */
  UNKNOWN;

  static Idleness of(GroupFact group, LocalDate day, Limits limits) {
    if (group.lastDayUpTo(day).isEmpty()) {
      return UNKNOWN;
    }
    for (Map.Entry<LocalDate, DayCounters> entry :
        group.days().headMap(day, true).descendingMap().entrySet()) {
      if (ChronoUnit.DAYS.between(entry.getKey(), day) > limits.zombieIdleDays()) {
        return IDLE;
      }
      if (entry.getValue().activeSenders() >= limits.zombieActiveMembers()) {
        return IN_USE;
      }
    }
    return UNKNOWN;
  }
}
