package cn.jianfu.group.detection.domain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * G-UNIT: units with more permanent groups than they may have. One finding for the unit.
 *
 * <p>It stands on the groups that are known to be permanent. Where those are not too many, and
 * those of which nobody says what they are could make them so, the unit is unknown.
 */
final class AllowanceRule {

  private AllowanceRule() {}

  static void apply(RuleScan scan) {
    int allowance = scan.thresholds().wholeNumber("unit.permanentGroups");
    scan.liveGroups().stream()
        .filter(GroupFacts::goesOn)
        .filter(group -> group.declaredOn() != null && !group.kind().isMeantToEnd())
        .collect(Collectors.groupingBy(GroupFacts::unit))
        .forEach((unit, groups) -> judge(scan, unit, groups, allowance));
  }

  private static void judge(RuleScan scan, String unit, List<GroupFacts> groups, int allowance) {
    List<GroupFacts> bound = groups.stream().filter(group -> !scan.exempts(group)).toList();
    List<GroupFacts> boundPermanent = permanent(bound);
    if (boundPermanent.size() <= allowance && bound.size() > allowance) {
      scan.unknown(unit, bound);
      return;
    }
    if (!bound.isEmpty()) {
      scan.exposed(unit);
    }
    if (boundPermanent.size() > allowance) {
      report(scan, unit, boundPermanent, allowance, false);
    } else if (permanent(groups).size() > allowance) {
      report(scan, unit, permanent(groups), allowance, true);
    }
  }

  private static List<GroupFacts> permanent(List<GroupFacts> groups) {
    return groups.stream().filter(group -> group.kind() == GroupKind.PERMANENT).toList();
  }

  private static void report(
      RuleScan scan, String unit, List<GroupFacts> groups, int allowance, boolean isExempt) {
    List<String> ids = groups.stream().map(GroupFacts::id).sorted().toList();
    Evidence evidence =
        Evidence.builder()
            .number("count", ids.size())
            .limit("allowance", allowance)
            .ids("groups", ids)
            .build();
    scan.found(isExempt, unit, unit, groups.getFirst().town(), ids, ids.size(), evidence);
  }
}
