package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * Who is in a group, as far as rules need to know.
 *
 * @param takenOn the day of the latest snapshot
 * @param leftOn of members who work nowhere any more, since when; in order
 * @param anyOfStaff whether any of them is on a list of staff
 */
public record Membership(LocalDate takenOn, List<LocalDate> leftOn, boolean anyOfStaff) {

  public Membership {
    leftOn = leftOn.stream().sorted().toList();
  }

  /** Those who had left so long before the snapshot that they should have been out of the group. */
  List<LocalDate> stayedOn(int graceDays) {
    return leftOn.stream().filter(on -> on.plusDays(graceDays).isBefore(takenOn)).toList();
  }

  /** Whether somebody should be out of the group by that day of whom the snapshot cannot tell. */
  boolean misses(LocalDate day, int graceDays) {
    return leftOn.stream()
        .map(on -> on.plusDays(graceDays))
        .anyMatch(until -> until.isBefore(day) && !until.isBefore(takenOn));
  }

  /**
   * Whether the snapshot is so old that it does not tell who is in the group.
   *
   * @param freshDays 0 when no age is too old
   */
  boolean isStale(LocalDate day, int freshDays) {
    return isStale(takenOn, day, freshDays);
  }

  /** The same of any list of that day. */
  static boolean isStale(LocalDate listedOn, LocalDate day, int freshDays) {
    return freshDays > 0 && !listedOn.isAfter(day.minusDays(freshDays));
  }
}
