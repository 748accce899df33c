package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * G-TWICE: one platform group declared by two towns, or by two units of one, is to have one
 * accountable owner. Under the id that its platform has for it a unit can declare it only once.
 */
final class DeclaredTwiceRule {

  private static final Comparator<GroupFacts> DECLARED_FIRST =
      Comparator.comparing(
              GroupFacts::declaredOn, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(GroupFacts.OLDEST_FIRST);

  private DeclaredTwiceRule() {}

  static void apply(RuleScan scan) {
    Map<String, List<GroupFacts>> declarations =
        scan.liveGroups().stream()
            // A group that is only seen by its counters has been declared by nobody.
            .filter(group -> group.declaredOn() != null)
            .collect(Collectors.groupingBy(g -> g.platform() + "|" + g.externalId()));
    declarations.forEach((subject, all) -> judge(scan, subject, all));
  }

  private static void judge(RuleScan scan, String subject, List<GroupFacts> all) {
    List<GroupFacts> bound = all.stream().filter(group -> !scan.exempts(group)).toList();
    if (!bound.isEmpty()) {
      scan.exposed(latest(bound).unit());
    }
    if (bound.size() > 1) {
      report(scan, subject, bound, false);
    } else if (all.size() > 1) {
      report(scan, subject, all, true);
    }
  }

  private static void report(
      RuleScan scan, String subject, List<GroupFacts> groups, boolean isExempt) {
    GroupFacts accountable = latest(groups);
    TreeSet<String> ids = new TreeSet<>();
    groups.forEach(group -> ids.add(group.id()));
    Set<String> towns = towns(groups);
    Evidence.Builder evidence =
        Evidence.builder()
            .word("platform", accountable.platform())
            .word("externalId", accountable.externalId())
            .ids("groups", ids);
    if (towns.size() > 1) {
      evidence.ids("townCodes", towns);
    } else {
      evidence.word("kind", "ONE_TOWN").number("units", ids.size());
    }
    scan.found(
        isExempt,
        subject,
        accountable.unit(),
        accountable.town(),
        ids,
        towns.size(),
        evidence.build());
  }

  /** Whoever declared it last repeated what was there. */
  private static GroupFacts latest(List<GroupFacts> groups) {
    return groups.stream().max(DECLARED_FIRST).orElseThrow();
  }

  private static Set<String> towns(List<GroupFacts> groups) {
    return groups.stream().map(GroupFacts::town).collect(Collectors.toCollection(TreeSet::new));
  }
}
