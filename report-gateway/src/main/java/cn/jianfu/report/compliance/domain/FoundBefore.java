package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.FindingOnDay;
import cn.jianfu.report.finding.domain.Run;
import cn.jianfu.report.finding.domain.ShownState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What had been found about groups before their declarations were withdrawn. */
final class FoundBefore {

  private final TownFacts facts;
  private final Map<String, List<FindingFact>> byGroup;

  private FoundBefore(TownFacts facts, Map<String, List<FindingFact>> byGroup) {
    this.facts = facts;
    this.byGroup = byGroup;
  }

  static FoundBefore among(TownFacts facts, List<GroupFact> groups) {
    Map<String, List<FindingFact>> byGroup = new HashMap<>();
    groups.forEach(group -> byGroup.put(group.groupId(), new ArrayList<>()));
    if (!byGroup.isEmpty()) {
      Stream.concat(facts.findings().stream(), facts.mistaken().stream())
          .forEach(finding ->
              everAbout(finding.detected())
                  .forEach(id -> byGroup.computeIfPresent(id, (_, about) -> with(about, finding))));
    }
    return new FoundBefore(facts, byGroup);
  }

  private static Set<String> everAbout(Detected finding) {
    Set<String> groups = new HashSet<>(finding.groups());
    finding.sightings().forEach(seen -> groups.addAll(seen.groups()));
    return groups;
  }

  private static List<FindingFact> with(List<FindingFact> about, FindingFact finding) {
    about.add(finding);
    return about;
  }

  /** The rules of the findings about a group that were open when it was withdrawn on that day. */
  List<String> openRules(String groupId, LocalDate on) {
    return byGroup.getOrDefault(groupId, List.of()).stream()
        .filter(finding -> wasOpen(finding, groupId, on))
        .map(finding -> finding.detected().rule())
        .distinct()
        .sorted()
        .toList();
  }

  private boolean wasOpen(FindingFact finding, String groupId, LocalDate on) {
    return heldUntil(finding.detected(), on)
        .filter(held -> groupsBefore(held, on).contains(groupId))
        .flatMap(held ->
            FindingOnDay.of(held, finding.handling(), on, facts.district().worseningGrowthOn(on)))
        .map(FindingOnDay::state)
        .filter(ShownState::countsAsOpen)
        .filter(_ -> !isExempt(finding.detected(), on))
        .isPresent();
  }

  /** As it was before the withdrawal cleared it, which it may have on the same day. */
  private static Optional<Detected> heldUntil(Detected finding, LocalDate on) {
    return finding.runs().stream()
        .filter(run -> run.covers(on) || (run.wasAnError() && on.equals(run.clearedOn())))
        .findFirst()
        .map(run -> finding.with(List.of(new Run(run.raisedOn(), null, null))));
  }

  /** What is found without the group on the same day may have been seen already. */
  private static Set<String> groupsBefore(Detected finding, LocalDate on) {
    Set<String> groups = new HashSet<>();
    finding.asOf(on).ifPresent(seen -> groups.addAll(seen.groups()));
    finding.asOf(on.minusDays(1)).ifPresent(seen -> groups.addAll(seen.groups()));
    return groups;
  }

  private boolean isExempt(Detected finding, LocalDate on) {
    return facts.district().exempts(finding.rule(), finding.unit(), finding.groups(), on);
  }
}
