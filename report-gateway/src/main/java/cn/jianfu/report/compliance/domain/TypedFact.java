package cn.jianfu.report.compliance.domain;

import java.time.LocalDate;
import java.util.NavigableMap;

/**
 * What people of the town had to say about something that is no single group.
 *
 * @param id of what it was about, unique within its kind
 * @param items how many things they had to say, by day
 */
public record TypedFact(Kind kind, String id, NavigableMap<LocalDate, Integer> items) {

  /** What it was about. */
  public enum Kind {
    /** A register that came as a file: its cells, rows, columns and groups. */
    IMPORT,
    /** A unit's statements and incidents. */
    SECRECY
  }

  long between(LocalDate from, LocalDate to) {
    return items.subMap(from, true, to, true).values().stream().mapToLong(Integer::longValue).sum();
  }
}
