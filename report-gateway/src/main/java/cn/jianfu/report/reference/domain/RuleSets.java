package cn.jianfu.report.reference.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of the rule set, the newest last. */
public record RuleSets(List<RuleSet> versions) {

  public static RuleSets of(Collection<RuleSet> versions) {
    return new RuleSets(
        versions.stream()
            .sorted(Comparator.comparingInt(RuleSet::version).thenComparing(RuleSet::id))
            .toList());
  }

  /** The one in force on that day: of those that had begun, the highest version. */
  public Optional<RuleSet> inForceOn(LocalDate day) {
    return versions.stream()
        .filter(version -> !version.effectiveFrom().isAfter(day))
        .reduce((_, later) -> later);
  }

  public Optional<RuleSet> latest() {
    return versions.stream().reduce((_, later) -> later);
  }
}
