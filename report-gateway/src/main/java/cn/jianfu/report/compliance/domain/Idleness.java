package cn.jianfu.report.compliance.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a group has gone quiet (僵尸群), as the detector reads it: where G-ZOMB is open it has; else
 * its own counters say. Days without counters are not idle days: a feed that broke off makes no
 * zombies.
 */
enum Idleness {
  IN_USE,
  IDLE,
  /** No counters, too few days of them, or none for so long that nothing can be said. */
  UNKNOWN;

  static Idleness of(GroupFact group, Day day) {
    if (day.open().stream().anyMatch(finding -> saysSo(finding, group))) {
      return IDLE;
    }
    return group
        .lastDayUpTo(day.date())
        .filter(last -> daysUntil(day.date(), last) < day.limits().zombieIdleDays())
        .map(last -> ofCounters(group, day.date(), last, day.limits()))
        .orElse(UNKNOWN);
  }

  private static boolean saysSo(OpenFinding finding, GroupFact group) {
    return finding.rule().equals("G-ZOMB")
        && finding.state().countsAsOpen()
        && finding.fact().detected().groups().contains(group.groupId());
  }

  private static Idleness ofCounters(
      GroupFact group, LocalDate day, LocalDate last, Limits limits) {
    Optional<LocalDate> lastUse =
        group.days().headMap(day, true).descendingMap().entrySet().stream()
            .filter(entry -> entry.getValue().activeSenders() >= limits.zombieActiveMembers())
            .map(Map.Entry::getKey)
            .findFirst();
    LocalDate since =
        Stream.of(group.firstDay(), lastUse, Optional.ofNullable(group.createdOn()))
            .flatMap(Optional::stream)
            .max(LocalDate::compareTo)
            .orElse(last);
    LocalDate until = daysUntil(day, last) < limits.freshDays() ? day : last;
    if (daysUntil(until, since) > limits.zombieIdleDays()) {
      return IDLE;
    }
    return lastUse.isPresent() ? IN_USE : UNKNOWN;
  }

  private static long daysUntil(LocalDate day, LocalDate from) {
    return ChronoUnit.DAYS.between(from, day);
  }
}
