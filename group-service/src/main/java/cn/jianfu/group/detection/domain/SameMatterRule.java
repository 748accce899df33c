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
    OpenMatters.Subjects subjects = scan.input().openMatters().of(unit);
    List<GroupFacts> bound = groups.stream().filter(group -> !scan.exempts(group)).toList();
    List<Cluster> matters = MatterClusters.of(bound, names, limits);
    matters.forEach(_ -> scan.exposed(unit));
    List<Cluster> several = several(matters);
    report(several, subjects, names, false);
    if (bound.size() < groups.size()) {
      Set<String> reported = new HashSet<>();
      several.forEach(cluster -> cluster.groups().forEach(group -> reported.add(group.id())));
      List<Cluster> hidden =
          several(MatterClusters.of(groups, names, limits)).stream()
              .filter(it -> it.groups().stream().noneMatch(each -> reported.contains(each.id())))
              .toList();
      report(hidden, subjects, names, true);
    }
  }

  private static List<Cluster> several(List<Cluster> matters) {
    return matters.stream().filter(cluster -> cluster.groups().size() > 1).toList();
  }

  private void report(
      List<Cluster> clusters, OpenMatters.Subjects subjects, List<String> names, boolean isExempt) {
    List<String> all = subjects.of(clusters, cluster -> called(names, cluster));
    for (int i = 0; i < clusters.size(); i++) {
      report(clusters.get(i), all.get(i), isExempt);
    }
  }

  private void report(Cluster cluster, String subject, boolean isExempt) {
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
    GroupFacts oldest = cluster.groups().getFirst();
    scan.found(isExempt, subject, oldest.unit(), oldest.town(), ids, ids.size(), evidence.build());
  }

  /** How a matter is called when it is found first. */
  private static String called(List<String> names, Cluster cluster) {
    GroupFacts oldest = cluster.groups().getFirst();
    String matter = sharedMatter(cluster);
    return matter == null
        ? oldest.unit() + "|name:" + PlainName.of(oldest.name(), names)
        : oldest.unit() + "|matter:" + matter;
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
