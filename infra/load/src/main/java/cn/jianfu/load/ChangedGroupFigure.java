package cn.jianfu.load;

import cn.jianfu.group.detection.domain.ActivityFacts;
import cn.jianfu.group.detection.domain.DetectionScan;
import cn.jianfu.group.detection.domain.Directory;
import cn.jianfu.group.detection.domain.GroupFacts;
import cn.jianfu.group.detection.domain.GroupOverlap;
import cn.jianfu.group.detection.domain.Membership;
import cn.jianfu.group.detection.domain.OpenMatters;
import cn.jianfu.group.detection.domain.OverlapIndex;
import cn.jianfu.group.detection.domain.OverlapLimits;
import cn.jianfu.group.detection.domain.Overlaps;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.ScanInput;
import cn.jianfu.group.detection.domain.ScanOutcome;
import cn.jianfu.group.detection.domain.ScanScope;
import cn.jianfu.group.detection.domain.SecrecyBook;
import cn.jianfu.load.stats.Figure;
import cn.jianfu.load.stats.Goal;
import cn.jianfu.load.stats.Latencies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The check of one group whose members have changed, by an index that is kept up to date: the index
 * is changed, the group's overlaps are found and every rule is applied to it and its unit's groups.
 */
final class ChangedGroupFigure {

  private static final int WARM_UP = 500;
  private static final int CHANGES = 2_000;

  private ChangedGroupFigure() {}

  static Figure district() {
    return figure("Check of one changed group among 3,000", 3_000);
  }

  /** Needs a gigabyte or two of heap. */
  static Figure province() {
    return figure("Check of one changed group among 500,000", 500_000);
  }

  private static Figure figure(String what, int groups) {
    MadeUpDistrict district = new MadeUpDistrict(groups);
    OverlapIndex index = new OverlapIndex();
    Map<String, List<GroupFacts>> units = new HashMap<>();
    List<GroupFacts> all = new ArrayList<>(groups);
    for (int g = 0; g < groups; g++) {
      GroupFacts group = district.group(g);
      all.add(group);
      units.computeIfAbsent(group.unit(), _ -> new ArrayList<>()).add(group);
      if (group.live()) {
        index.put(group.id(), group.lineKey(), district.members(g));
      }
    }
    RuleSet rules = ScanFigure.rules();
    SplittableRandom random = new SplittableRandom(3);
    Latencies took = new Latencies();
    long found = 0;
    for (int i = 0; i < WARM_UP + CHANGES; i++) {
      int g = random.nextInt(groups);
      GroupFacts group = all.get(g);
      List<String> members = district.members(g);
      ActivityFacts activity = district.activity(group.id(), false);
      long begun = System.nanoTime();
      if (group.live()) {
        index.put(group.id(), group.lineKey(), members);
      }
      ScanInput facts =
          new ScanInput(
              MadeUpDistrict.TODAY,
              new ScanScope.OneGroup(group.id(), group.unit()),
              units.getOrDefault(group.unit(), List.of()),
              overlapsOf(group.id(), index),
              Map.of(group.id(), activity),
              List.of(),
              Map.of(),
              List.of(),
              List.of(rules),
              MadeUpDistrict.calendar(),
              Map.of(group.id(), new Membership(MadeUpDistrict.TODAY, List.of(), true)),
              Directory.UNKNOWN,
              SecrecyBook.SILENT,
              OpenMatters.NONE);
      if (DetectionScan.scan(rules, facts) instanceof ScanOutcome.Scanned scanned) {
        found += scanned.detected().size();
      }
      if (i >= WARM_UP) {
        took.add(System.nanoTime() - begun);
      }
    }
    return new Figure(
        what,
        took.inWords(),
        "",
        null,
        List.of(Goal.atMost(took.millis(0.99), 20, 5, " ms p99")),
        "%,d changes of all members, %,d findings; index and rules only, in the measuring JVM: the service itself scans all groups after a change"
            .formatted(CHANGES, found));
  }

  /** The pairs of one group, by the lines and members that the index holds. */
  private static Overlaps overlapsOf(String group, OverlapIndex index) {
    return new Overlaps() {
      @Override
      public List<GroupOverlap> find(
          Function<String, @Nullable String> lineOf, OverlapLimits limits) {
        return index.overlapsOf(group, limits);
      }

      @Override
      public boolean knows(String asked) {
        return index.contains(asked);
      }

      @Override
      public boolean knew(String asked) {
        return knows(asked);
      }

      @Override
      public @Nullable Shared shared(String first, String second) {
        // The index has the live groups only.
        return null;
      }

      @Override
      public Sharing sharing(Collection<String> groups) {
        return _ -> Set.of();
      }

      @Override
      public @Nullable Integer together(Collection<String> groups) {
        return null;
      }
    };
  }
}
