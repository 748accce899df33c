package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.Run;
import cn.jianfu.report.finding.domain.ShownState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A group that took the place of others that had ended, as G-REBOUND found it at some time.
 *
 * @param ended ids of the groups of its town whose place it took
 * @param dissolvedElsewhereOn the last end of a group of another town whose place it took; null
 *     when it took that of none, and of such as are in use again
 * @param mergedElsewhereOn the same of those whose people were to go into a group by decision
 * @param counts whether it is one by the district's own judgement, rules and exemptions; that the
 *     group is gone since, or changed, does not undo it
 */
record Rebound(
    Set<String> ended,
    @Nullable LocalDate dissolvedElsewhereOn,
    @Nullable LocalDate mergedElsewhereOn,
    boolean counts) {

  private static final String RULE = "G-REBOUND";

  /** Where the finding's evidence names the groups that had ended. */
  private static final String ENDED = "dissolved";

  /** All that had been found by that day, those that are put right since included. */
  static List<Rebound> foundBy(Day day) {
    Set<String> neverWas =
        day.facts().neverWas().stream().map(GroupFact::groupId).collect(Collectors.toSet());
    return day.facts().findings().stream()
        .filter(it -> it.detected().rule().equals(RULE))
        .filter(it -> it.detected().groups().stream().noneMatch(neverWas::contains))
        .flatMap(it -> of(day, it).stream())
        .toList();
  }

  private static Optional<Rebound> of(Day day, FindingFact finding) {
    Detected detected = finding.detected();
    return detected
        .runOn(day.date())
        .map(run ->
            new Rebound(
                ended(detected),
                endedElsewhere(day, detected, run, "dissolvedElsewhereOn"),
                endedElsewhere(day, detected, run, "mergedElsewhereOn"),
                counts(day, finding, run)));
  }

  private static Set<String> ended(Detected detected) {
    return detected.evidence().get(ENDED) instanceof Collection<?> ids
        ? ids.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  private static @Nullable LocalDate endedElsewhere(
      Day day, Detected detected, Run run, String name) {
    boolean isInUseAgain = run.sawThemInUseAgain() && !run.covers(day.date());
    return !isInUseAgain && detected.evidence().get(name) instanceof String endedOn
        ? LocalDate.parse(endedOn)
        : null;
  }

  private static boolean counts(Day day, FindingFact finding, Run run) {
    Detected detected = finding.detected();
    boolean holds = run.covers(day.date());
    LocalDate lastHeldOn =
        holds || run.clearedOn() == null ? day.date() : run.clearedOn().minusDays(1);
    return (holds || Rectification.isPutRight(run) || run.wasRelabelled())
        && ShownState.of(detected, finding.handling(), day.date(), day.limits().worseningGrowth())
            != ShownState.DISMISSED
        && !day.facts()
            .district()
            .exempts(detected.rule(), detected.unit(), detected.groups(), lastHeldOn);
  }

  /** Whether it took the place of any of those groups. */
  boolean follows(Set<String> groups) {
    return ended.stream().anyMatch(groups::contains);
  }

  /** Whether it took the place of another town's group that was dissolved on that day or later. */
  boolean followsDissolvedElsewhere(LocalDate from) {
    return dissolvedElsewhereOn != null && !dissolvedElsewhereOn.isBefore(from);
  }

  /** The same of one that was merged away. */
  boolean followsMergedElsewhere(LocalDate from) {
    return mergedElsewhereOn != null && !mergedElsewhereOn.isBefore(from);
  }
}
