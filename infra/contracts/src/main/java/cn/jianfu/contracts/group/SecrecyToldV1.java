package cn.jianfu.contracts.group;

import java.time.LocalDate;
import java.util.List;

/**
 * A unit has said something about secrecy (保密声明、泄密事件): how much was said, not what. What follows
 * from it is told by findings.
 *
 * @param unit org code of the unit
 * @param said all that was said of it in the last 400 days, by day and role, oldest first
 */
public record SecrecyToldV1(String unit, String town, List<SaidV1> said) {

  /**
   * What was said on one day.
   *
   * @param on the district's day
   * @param role of those who said it
   * @param words statements, incidents and corrections of them
   */
  public record SaidV1(LocalDate on, String role, int words) {}
}
