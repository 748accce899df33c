package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which groups took in the people of dissolved ones of their town: a merge in all but the decision.
 *
 * <p>Such a group was there before the end of the other was decided (a later one is a rebound), has
 * most of its members now, and has grown by as many since. Who had them before took nobody in.
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
    this.beginnings = new Beginnings(new FirstReports(scan.input().groups()), windowDays);
    for (GroupFacts group : scan.input().groups()) {
      if (isDissolvedOfLate(group)) {
        dissolvedByTown.computeIfAbsent(group.town(), _ -> new ArrayList<>()).add(group);
      }
    }
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
    return activity == null
            || dissolved.isEmpty()
            || !activity.hasGrownWithin(scan.day(), 2 * windowDays)
        ? List.of()
        : dissolved.stream()
            .filter(ended -> tookIn(group, activity, ended))
            .map(ended -> Objects.requireNonNull(ended.endedOn()))
            .toList();
  }

  private boolean tookIn(GroupFacts group, ActivityFacts activity, GroupFacts ended) {
    if (beginnings.mayFollow(ended, group)) {
      return false;
    }
    int before = activity.membersBy(beginnings.decisionOn(ended).minusDays(1));
    int grown = activity.membersBy(scan.day()) - before;
    if (before == 0) {
      return false;
    }
    Overlaps.Shared shared = scan.input().overlaps().shared(ended.id(), group.id());
    return shared != null
        && containment.reachedBy(shared.both(), shared.first())
        && containment.reachedBy(grown, shared.first());
  }
}
