package cn.jianfu.group.pushes.domain;

import java.time.LocalDate;

/**
 * Whose events are counted together.
 *
 * @param source as the events name it; empty for those that name none or one of somebody else
 * @param day the district's day on which they came
 */
public record PushedFrom(String town, String unit, String source, LocalDate day) {

  public static final String NO_SOURCE = "";

  public String id() {
    return day + "/" + unit + "/" + source;
  }
}
