package cn.jianfu.group.detection.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups of one unit, put together where they have one matter code or where their names or
 * purposes are alike.
 */
final class MatterClusters {

  /**
   * Groups that serve one matter, oldest first, and whether a code and whether likeness says so.
   */
  record Cluster(List<GroupFacts> groups, boolean byMatter, boolean byName) {}

  /**
   * When names or purposes are alike.
   *
   * @param shortestPurpose in characters: shorter ones such as 工作交流 are headings that many share
   */
  record Limits(Ratio alike, int shortestPurpose) {
    boolean tells(Likeness purpose) {
      return purpose.length() >= shortestPurpose;
    }
  }

  private final List<GroupFacts> groups;
  private final int[] parents;
  private final boolean[] byMatter;
  private final boolean[] byName;

  private MatterClusters(List<GroupFacts> oldestFirst) {
    this.groups = oldestFirst;
    this.parents = new int[groups.size()];
    Arrays.setAll(parents, i -> i);
    this.byMatter = new boolean[groups.size()];
    this.byName = new boolean[groups.size()];
  }

  /** Every group is in exactly one cluster; a cluster of one is a matter with one group. */
  static List<Cluster> of(List<GroupFacts> groups, Collection<String> unitNames, Limits limits) {
    MatterClusters clusters =
        new MatterClusters(groups.stream().sorted(GroupFacts.OLDEST_FIRST).toList());
    clusters.joinByMatter();
    clusters.joinByLikeness(unitNames, limits);
    return clusters.collect();
  }

  private void joinByMatter() {
    Map<String, Integer> first = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      String code = groups.get(i).matterCode();
      Integer other = code == null ? null : first.putIfAbsent(code, i);
      if (other != null) {
        parents[root(i)] = root(other);
        byMatter[i] = true;
      }
    }
  }

  private void joinByLikeness(Collection<String> unitNames, Limits limits) {
    Ratio alike = limits.alike();
    List<Likeness> names = new ArrayList<>();
    List<Likeness> purposes = new ArrayList<>();
    for (GroupFacts group : groups) {
      String purpose = group.purpose() == null ? "" : group.purpose();
      names.add(new Likeness(PlainName.of(group.name(), unitNames)));
      purposes.add(new Likeness(PlainName.of(purpose, unitNames)));
    }
    for (int i = 0; i < groups.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (names.get(i).isAtLeast(alike, names.get(j))
            || (limits.tells(purposes.get(i))
                && purposes.get(i).isAtLeast(alike, purposes.get(j)))) {
          parents[root(i)] = root(j);
          byName[i] = true;
        }
      }
    }
  }

  private List<Cluster> collect() {
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      members.computeIfAbsent(root(i), _ -> new ArrayList<>()).add(i);
    }
    return members.values().stream()
        .map(cluster ->
            new Cluster(
                cluster.stream().map(groups::get).toList(),
                cluster.stream().anyMatch(i -> byMatter[i]),
                cluster.stream().anyMatch(i -> byName[i])))
        .toList();
  }

  private int root(int group) {
    int root = group;
    while (parents[root] != root) {
      root = parents[root];
    }
    return root;
  }
}
