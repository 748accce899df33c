package cn.jianfu.group.detection.domain;

import cn.jianfu.group.detection.domain.SuggestedDecision.Dissolve;
import cn.jianfu.group.detection.domain.SuggestedDecision.Keep;
import cn.jianfu.group.detection.domain.SuggestedDecision.Merge;
import cn.jianfu.group.detection.domain.SuggestedDecision.Standardise;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proposes a decision for every live group from its open findings.
 *
 * <p>Zombies and outlived groups are to be dissolved. Of the others, those that are duplicates,
 * that are contained in one another or that serve one matter form clusters within a town; the most
 * active of a cluster (then the largest, the oldest, the least id) is kept and the rest merged into
 * it. What was decided already and is not done is proposed as it was decided: the others of its
 * cluster are put together without it, into the group that it goes on in if that is one of them. A
 * group that is not filed or lacks required fields is to be standardised. A mere crossing of
 * members proposes nothing, and neither does one group that two units declare: it cannot be merged
 * into itself.
 */
public final class Suggestions {

  private static final Set<DetectionRule> ENDS_IT =
      EnumSet.of(DetectionRule.ZOMBIE, DetectionRule.OUTLIVED);

  private final TreeMap<String, GroupFacts> live = new TreeMap<>();
  private final Map<String, Set<String>> dissolveReasons = new HashMap<>();
  private final Map<String, Set<String>> mergeReasons = new HashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Comparator<GroupFacts> bestFirst;
  private final Thresholds thresholds;

  private Suggestions(
      Collection<GroupFacts> groups, ToIntFunction<String> activeDays, Thresholds thresholds) {
    this.thresholds = thresholds;
    groups.stream().filter(GroupFacts::live).forEach(group -> live.put(group.id(), group));
    Set<String> awaited =
        live.values().stream()
            .map(GroupFacts::ending)
            .filter(ending -> ending != null && ending.mergeInto() != null)
            .map(ending -> String.valueOf(ending.mergeInto()))
            .collect(Collectors.toSet());
    this.bestFirst =
        Comparator.<GroupFacts>comparingInt(group -> awaited.contains(group.id()) ? 0 : 1)
            .thenComparingInt(group -> -activeDays.applyAsInt(group.id()))
            .thenComparingInt(group -> -group.memberCount())
            .thenComparing(GroupFacts.OLDEST_FIRST);
  }

  /**
   * A proposal for each live group, by id.
   *
   * @param open findings that hold, without dismissed and exempt ones
   * @param activeDays on how many days of a window a group was used; 0 when unknown
   * @param thresholds which say what a register must have
   */
  public static SequencedMap<String, SuggestedDecision> of(
      Collection<GroupFacts> groups,
      Collection<Detected> open,
      ToIntFunction<String> activeDays,
      Thresholds thresholds) {
    Suggestions suggestions = new Suggestions(groups, activeDays, thresholds);
    open.forEach(suggestions::noteWhatIsToBeDissolved);
    puttingTogether(open).forEach(suggestions::noteWhatBelongsTogether);
    return suggestions.decide();
  }

  /** Those of the findings that can speak for a merge. */
  public static Stream<Detected> puttingTogether(Collection<Detected> open) {
    return open.stream().filter(Suggestions::putsTogether);
  }

  private static boolean putsTogether(Detected finding) {
    return finding.rule() == DetectionRule.SAME_MATTER
        || (finding.rule() == DetectionRule.OVERLAP
            && finding.gravity() >= OverlapKind.CONTAINED.gravity());
  }

  private void noteWhatIsToBeDissolved(Detected finding) {
    if (ENDS_IT.contains(finding.rule())) {
      finding.groups().forEach(group -> note(dissolveReasons, group, finding));
    }
  }

  private void noteWhatBelongsTogether(Detected finding) {
    if (isOneGroup(finding)) {
      return;
    }
    finding.groups().stream()
        .filter(group -> live.containsKey(group) && !dissolveReasons.containsKey(group))
        // A town decides on its own groups only.
        .collect(Collectors.groupingBy(group -> facts(group).town()))
        .values()
        .forEach(groups -> join(groups, finding));
  }

  /** Whether its groups are one and the same on their platform. */
  private boolean isOneGroup(Detected finding) {
    return finding.groups().stream()
            .map(live::get)
            .filter(Objects::nonNull)
            .map(group -> group.platform() + "|" + group.externalId())
            .distinct()
            .count()
        == 1;
  }

  private void join(List<String> groups, Detected finding) {
    if (groups.size() > 1) {
      groups.forEach(group -> note(mergeReasons, group, finding));
      List<String> undecided = groups.stream().filter(group -> facts(group).goesOn()).toList();
      undecided.forEach(group -> parents.put(root(group), root(undecided.getFirst())));
    }
  }

  private SequencedMap<String, SuggestedDecision> decide() {
    Map<String, GroupFacts> bestOfCluster = new HashMap<>();
    for (String id : mergeReasons.keySet()) {
      if (!facts(id).goesOn()) {
        continue;
      }
      bestOfCluster.merge(
          root(id), facts(id), (one, other) -> bestFirst.compare(one, other) <= 0 ? one : other);
    }
    TreeMap<String, SuggestedDecision> decisions = new TreeMap<>();
    for (GroupFacts group : live.values()) {
      decisions.put(group.id(), decide(group, bestOfCluster));
    }
    return decisions;
  }

  private SuggestedDecision decide(GroupFacts group, Map<String, GroupFacts> bestOfCluster) {
    Set<String> dissolve = dissolveReasons.get(group.id());
    Set<String> merge = mergeReasons.get(group.id());
    Ending decided = group.ending();
    if (decided != null && decided.mergeInto() != null) {
      return new Merge(decided.mergeInto(), merge == null ? List.of() : List.copyOf(merge));
    }
    if (dissolve != null || decided != null) {
      return new Dissolve(dissolve == null ? List.of() : List.copyOf(dissolve));
    }
    GroupFacts best = bestOfCluster.get(root(group.id()));
    if (merge != null && best != null) {
      return best.id().equals(group.id())
          ? new Keep(List.copyOf(merge))
          : new Merge(best.id(), List.copyOf(merge));
    }
    return group.filed() && group.missing(thresholds).isEmpty()
        ? new Keep(List.of())
        : new Standardise(List.of("G-REG"));
  }

  private GroupFacts facts(String id) {
    GroupFacts group = live.get(id);
    if (group == null) {
      throw new IllegalStateException(id + " is not live");
    }
    return group;
  }

  private String root(String group) {
    String root = group;
    for (String up = parents.get(root); up != null && !up.equals(root); up = parents.get(root)) {
      root = up;
    }
    return root;
  }

  private static void note(Map<String, Set<String>> reasons, String group, Detected finding) {
    reasons.computeIfAbsent(group, _ -> new TreeSet<>()).add(finding.rule().id());
  }
}
