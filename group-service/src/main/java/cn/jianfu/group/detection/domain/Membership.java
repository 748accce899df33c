package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * Who is in a group, as far as rules need to know.
 *
 * @param takenOn the day of the latest snapshot
 * @param leftOn of members who work nowhere any more, since when; in order
 */
public record Membership(LocalDate takenOn, List<LocalDate> leftOn) {

  public Membership {
    leftOn = leftOn.stream().sorted().toList();
  }

  /** Those who had left so long before the snapshot that they should have been out of the group. */
  List<LocalDate> stayedOn(int graceDays) {
    return leftOn.stream().filter(on -> on.plusDays(graceDays).isBefore(takenOn)).toList();
  }
}
