package cn.jianfu.group.detection.domain;

import cn.jianfu.group.detection.domain.MatterClusters.Cluster;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** G-DUPM: one matter, several groups of one unit. One finding for all groups of the matter. */
final class SameMatterRule {

  private final RuleScan scan;
  private final Ratio alike;
  private final MatterClusters.Limits limits;

  private SameMatterRule(RuleScan scan) {
    this.scan = scan;
    this.alike = scan.thresholds().ratio("matter.nameSimilarity");
    // A rule set that says nothing about it has every purpose compared that there is.
    this.limits =
        new MatterClusters.Limits(
            alike, scan.thresholds().wholeNumberOr("matter.minPurposeLength", 1));
  }

  static void apply(RuleScan scan) {
    SameMatterRule rule = new SameMatterRule(scan);
    scan.liveGroups().stream()
        .collect(Collectors.groupingBy(GroupFacts::unit))
        .forEach(rule::judge);
  }

  private void judge(String unit, List<GroupFacts> groups) {
    UnitFacts facts = scan.input().units().get(unit);
    List<String> names = facts == null ? List.of() : facts.names();
    List<GroupFacts> bound = groups.stream().filter(group -> !scan.exempts(group)).toList();
    Set<String> reported = new HashSet<>();
    for (Cluster cluster : MatterClusters.of(bound, names, limits)) {
      scan.exposed(unit);
      if (cluster.groups().size() > 1) {
        reported.add(report(unit, names, cluster, false));
      }
    }
    if (bound.size() < groups.size()) {
      MatterClusters.of(groups, names, limits).stream()
          .filter(cluster -> cluster.groups().size() > 1)
          .filter(cluster -> !reported.contains(subject(unit, names, cluster)))
          .forEach(cluster -> report(unit, names, cluster, true));
    }
  }

  private String report(String unit, List<String> names, Cluster cluster, boolean isExempt) {
    TreeSet<String> ids = new TreeSet<>();
    cluster.groups().forEach(group -> ids.add(group.id()));
    Evidence.Builder evidence =
        Evidence.builder()
            .word("matterCode", sharedMatter(cluster))
            .word("by", cluster.byMatter() ? cluster.byName() ? "BOTH" : "MATTER" : "NAME")
            .number("count", ids.size())
            .ids("groups", ids);
    if (cluster.byName()) {
      evidence.word("nameSimilarityLimit", alike.numerator() + "/" + alike.denominator());
    }
    String subject = subject(unit, names, cluster);
    String town = cluster.groups().getFirst().town();
    scan.found(isExempt, subject, unit, town, ids, ids.size(), evidence.build());
    return subject;
  }

  /** Stays the same while groups come and go, as long as the matter or the oldest group stays. */
  private static String subject(String unit, List<String> names, Cluster cluster) {
    String matter = sharedMatter(cluster);
    return matter == null
        ? unit + "|name:" + PlainName.of(cluster.groups().getFirst().name(), names)
        : unit + "|matter:" + matter;
  }

  private static @Nullable String sharedMatter(Cluster cluster) {
    Map<String, Integer> uses = new TreeMap<>();
    for (GroupFacts group : cluster.groups()) {
      if (group.matterCode() != null) {
        uses.merge(group.matterCode(), 1, Integer::sum);
      }
    }
    return uses.entrySet().stream()
        .filter(use -> use.getValue() > 1)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
