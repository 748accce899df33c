package cn.jianfu.group.detection.domain;

import cn.jianfu.group.detection.domain.MatterClusters.Cluster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The matters that an open finding of several groups is about (G-DUPM), by unit. A matter goes on
 * as the same one while a group of it is left: what it is called, and by which code, is the unit's
 * to change.
 */
public final class OpenMatters {

  /** Of facts that nothing has been found of. */
  public static final OpenMatters NONE = new OpenMatters(Map.of());

  private final Map<String, List<Detected>> byUnit;

  private OpenMatters(Map<String, List<Detected>> byUnit) {
    this.byUnit = byUnit;
  }

  /**
   * Those among findings.
   *
   * @param open the longest open first
   */
  static OpenMatters among(Collection<Detected> open) {
    return new OpenMatters(
        open.stream()
            .filter(finding -> finding.rule() == DetectionRule.SAME_MATTER)
            .collect(Collectors.groupingBy(Detected::unit)));
  }

  Subjects of(String unit) {
    return new Subjects(byUnit.getOrDefault(unit, List.of()));
  }

  /** Gives each cluster of one unit its subject; none is given twice. */
  static final class Subjects {

    private static final Comparator<Claim> MOST_GROUPS_FIRST =
        Comparator.comparingInt((Claim claim) -> -claim.shared)
            .thenComparingInt(Claim::finding)
            .thenComparingInt(Claim::cluster);

    private final List<Detected> open;
    private final Set<String> given = new HashSet<>();

    private Subjects(List<Detected> open) {
      this.open = open;
    }

    /** A cluster that has groups of an open finding; both by number. */
    private record Claim(int shared, int finding, int cluster) {}

    /**
     * The subjects of the clusters, in their order. Of an open finding and a cluster that have the
     * most groups in common the cluster keeps the finding's subject; then the finding that is open
     * longest, then the cluster with the oldest group.
     *
     * @param called how a cluster is called that is no open finding's
     */
    List<String> of(List<Cluster> clusters, Function<Cluster, String> called) {
      @Nullable String[] subjects = new String[clusters.size()];
      for (Claim claim : claims(clusters)) {
        String subject = open.get(claim.finding).subject();
        if (subjects[claim.cluster] == null && given.add(subject)) {
          subjects[claim.cluster] = subject;
        }
      }
      for (int i = 0; i < subjects.length; i++) {
        if (subjects[i] == null) {
          subjects[i] = unused(called.apply(clusters.get(i)));
        }
      }
      return Arrays.stream(subjects).map(Objects::requireNonNull).toList();
    }

    private List<Claim> claims(List<Cluster> clusters) {
      Map<String, Integer> clusterOf = new HashMap<>();
      for (int i = 0; i < clusters.size(); i++) {
        for (GroupFacts group : clusters.get(i).groups()) {
          clusterOf.put(group.id(), i);
        }
      }
      List<Claim> claims = new ArrayList<>();
      for (int i = 0; i < open.size(); i++) {
        int finding = i;
        open.get(i).groups().stream()
            .map(clusterOf::get)
            .filter(Objects::nonNull)
            .collect(Collectors.toMap(cluster -> cluster, _ -> 1, Integer::sum))
            .forEach((cluster, shared) -> claims.add(new Claim(shared, finding, cluster)));
      }
      claims.sort(MOST_GROUPS_FIRST);
      return claims;
    }

    /** What another matter is called already, because it was called so first, is numbered. */
    private String unused(String called) {
      String subject = called;
      for (int n = 2; !given.add(subject); n++) {
        subject = called + "|" + n;
      }
      return subject;
    }
  }
}
