package cn.jianfu.group.detection.domain;

import java.util.List;
import java.util.stream.Collectors;

/** G-UNIT: units with more permanent groups than they may have. One finding for the unit. */
final class AllowanceRule {

  private AllowanceRule() {}

  static void apply(RuleScan scan) {
    int allowance = scan.thresholds().wholeNumber("unit.permanentGroups");
    scan.liveGroups().stream()
        .filter(GroupFacts::goesOn)
        .filter(group -> group.declaredOn() != null && group.kind() == GroupKind.PERMANENT)
        .collect(Collectors.groupingBy(GroupFacts::unit))
        .forEach((unit, groups) -> judge(scan, unit, groups, allowance));
  }

  private static void judge(RuleScan scan, String unit, List<GroupFacts> groups, int allowance) {
    List<GroupFacts> bound = groups.stream().filter(group -> !scan.exempts(group)).toList();
    if (!bound.isEmpty()) {
      scan.exposed(unit);
    }
    if (bound.size() > allowance) {
      report(scan, unit, bound, allowance, false);
    } else if (groups.size() > allowance) {
      report(scan, unit, groups, allowance, true);
    }
  }

  private static void report(
      RuleScan scan, String unit, List<GroupFacts> groups, int allowance, boolean isExempt) {
    List<String> ids = groups.stream().map(GroupFacts::id).sorted().toList();
    Evidence evidence =
        Evidence.builder()
            .number("count", ids.size())
            .number("allowance", allowance)
            .ids("groups", ids)
            .build();
    scan.found(isExempt, unit, unit, groups.getFirst().town(), ids, ids.size(), evidence);
  }
}
