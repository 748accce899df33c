package cn.jianfu.report.compliance.domain;

import java.time.LocalDate;
import java.util.NavigableMap;

/**
 * A unit's self-check list of a round, by the days of its answers.
 *
 * @param agreed items whose suggestion was taken with one click
 * @param contested items that were answered otherwise, with a reason
 * @param undated contested items of which it is not known when they were answered
 */
public record SelfCheckFact(
    String round,
    String unit,
    NavigableMap<LocalDate, Integer> agreed,
    NavigableMap<LocalDate, Integer> contested,
    int undated) {

  long agreedBetween(LocalDate from, LocalDate to) {
    return sum(agreed, from, to);
  }

  long contestedBetween(LocalDate from, LocalDate to) {
    return sum(contested, from, to);
  }

  private static long sum(NavigableMap<LocalDate, Integer> days, LocalDate from, LocalDate to) {
    return days.subMap(from, true, to, true).values().stream().mapToLong(Integer::longValue).sum();
  }
}
