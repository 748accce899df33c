package cn.jianfu.group.detection.domain;

import java.util.List;

/**
 * What the detection needs to know of a unit.
 *
 * @param within codes of the units that it belongs to, at any distance
 * @param names how it and the units around it are written at the front of a group's name, such as
 *     新店镇 or 新店镇党政办; they are set aside before names are compared
 */
public record UnitFacts(String code, List<String> within, List<String> names) {

  public UnitFacts {
    within = List.copyOf(within);
    names = List.copyOf(names);
  }
}
