package cn.jianfu.group.pushes.domain;

import java.time.LocalDate;

/**
 * Whose events are counted together.
 *
 * @param source as the events name it, or the account of single writes; empty for events that name
 *     none or one of somebody else, {@code *} for those beyond a number
 * @param day the district's day on which they came
 */
public record PushedFrom(String town, String unit, String source, LocalDate day) {

  public static final String NO_SOURCE = "";

  /** All those together that are too many to be counted one by one. */
  public static final String OTHER_SOURCES = "*";

  public String id() {
    return day + "/" + unit + "/" + source;
  }
}
