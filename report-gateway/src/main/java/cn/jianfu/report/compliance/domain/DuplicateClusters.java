package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.finding.domain.Detected;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Groups that do one matter or share their members (一事多群, 重复群), joined where they touch. */
final class DuplicateClusters {

  private DuplicateClusters() {}

  static List<Set<String>> of(List<OpenFinding> findings) {
    List<Set<String>> clusters = new ArrayList<>();
    for (OpenFinding finding : findings) {
      if (joins(finding.fact().detected())) {
        add(clusters, finding.fact().detected().groups());
      }
    }
    return clusters;
  }

  // Groups that merely cross (交叉群) are a finding each, not one duplicated matter.
  private static boolean joins(Detected detected) {
    return switch (detected.rule()) {
      case "G-DUPM" -> true;
      case "G-OVER" -> !"CROSS".equals(detected.evidence().get("kind"));
      default -> false;
    };
  }

  private static void add(List<Set<String>> clusters, List<String> groups) {
    Set<String> joined = new TreeSet<>(groups);
    List<Set<String>> touched =
        clusters.stream().filter(cluster -> !Collections.disjoint(cluster, groups)).toList();
    touched.forEach(joined::addAll);
    clusters.removeAll(touched);
    clusters.add(joined);
  }
}
