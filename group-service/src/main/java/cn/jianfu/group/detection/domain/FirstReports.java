package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Since when units have said anything of any of their groups, ended ones included. */
final class FirstReports {

  private final Map<String, LocalDate> byUnit = new HashMap<>();

  FirstReports(Collection<GroupFacts> groups) {
    groups.forEach(group -> byUnit.merge(group.unit(), group.knownSince(), FirstReports::earlier));
  }

  /** Whether the unit had said something before that day: a group of its is not its first. */
  boolean hadBegunBefore(String unit, LocalDate day) {
    LocalDate first = byUnit.get(unit);
    return first != null && first.isBefore(day);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return other.isBefore(one) ? other : one;
  }
}
