package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which groups took in the people of dissolved ones of their town: a merge in all but the decision.
 *
 * <p>Such a group was there before the end of the other was decided (a later one is a rebound), has
 * most of its members now, and has grown by as many since. Who has them and did not grow took
 * nobody in, and nobody is counted for two dissolved groups: growth is used up by the first.
 */
final class Absorptions {

  private final RuleScan scan;
  private final int windowDays;
  private final Ratio containment;
  private final Beginnings beginnings;
  private final Map<String, List<GroupFacts>> dissolvedByTown = new HashMap<>();

  Absorptions(RuleScan scan) {
    this.scan = scan;
    this.windowDays = scan.thresholds().wholeNumber("rebound.windowDays");
    this.containment = scan.thresholds().ratio("rebound.containment");
    this.beginnings = new Beginnings(new FirstReports(List.of()), windowDays);
    for (GroupFacts group : scan.input().groups()) {
      if (isDissolvedOfLate(group)) {
        dissolvedByTown.computeIfAbsent(group.town(), _ -> new ArrayList<>()).add(group);
      }
    }
    dissolvedByTown.values().forEach(ended -> ended.sort(Comparator.comparing(GroupFacts::id)));
  }

  private boolean isDissolvedOfLate(GroupFacts group) {
    LocalDate endedOn = group.endedOn();
    return endedOn != null
        && Objects.requireNonNull(group.ending()).mergeInto() == null
        && !endedOn.isBefore(scan.day().minusDays(windowDays))
        && scan.input().overlaps().knows(group.id());
  }

  /** The days on which the groups ended whose people it took in. */
  List<LocalDate> into(GroupFacts group) {
    List<GroupFacts> dissolved = dissolvedByTown.getOrDefault(group.town(), List.of());
    ActivityFacts activity = scan.input().activity().get(group.id());
    if (activity == null
        || dissolved.isEmpty()
        || !activity.hasGrownWithin(scan.day(), 2 * windowDays)) {
      return List.of();
    }
    List<LocalDate> ends = new ArrayList<>();
    int now = activity.membersBy(scan.day());
    int usedUp = 0;
    for (GroupFacts ended : dissolved) {
      Overlaps.Shared shared = livesOn(ended, group);
      if (shared != null) {
        int grown = now - usedUp - activity.membersFrom(beginnings.decisionOn(ended).minusDays(1));
        if (containment.reachedBy(grown, shared.first())) {
          usedUp += shared.both();
          ends.add(Objects.requireNonNull(ended.endedOn()));
        }
      }
    }
    return ends;
  }

  /**
   * Whether it has the people of a dissolved one, and its source never says how many are in it: it
   * may have had them before, or taken them in.
   */
  boolean mayBeInto(GroupFacts group) {
    ActivityFacts activity = scan.input().activity().get(group.id());
    return (activity == null || activity.membersBy(scan.day()) == 0)
        && dissolvedByTown.getOrDefault(group.town(), List.of()).stream()
            .anyMatch(ended -> livesOn(ended, group) != null);
  }

  /** What they share, where the ended group's people are in one that was there before. */
  private Overlaps.@Nullable Shared livesOn(GroupFacts ended, GroupFacts group) {
    if (beginnings.mayFollow(ended, group)) {
      return null;
    }
    Overlaps.Shared shared = scan.input().overlaps().shared(ended.id(), group.id());
    return shared != null && containment.reachedBy(shared.both(), shared.first()) ? shared : null;
  }
}
