package cn.jianfu.group.secrecy.domain;

import java.time.LocalDate;

/**
 * How much was said of a unit on one day by those of one role.
 *
 * @param on the district's day
 * @param words statements, incidents and corrections of them
 */
public record Said(LocalDate on, String role, int words) {

  boolean isBy(String other, LocalDate day) {
    return role.equals(other) && on.equals(day);
  }

  Said onceMore() {
    return new Said(on, role, words + 1);
  }
}
