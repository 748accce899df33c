package cn.jianfu.group.detection.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which ended groups of other towns, or of the district's departments, live on in a group: by their
 * people alone, who have to be a good part of it together. A large new group has many a small old
 * one in it by chance, and a chat that another unit takes over is not founded anew.
 */
final class SuccessionsElsewhere {

  private final Overlaps overlaps;
  private final Beginnings beginnings;
  private final Successions successions;
  private final Ratio sizeShare;

  private final Map<String, GroupFacts> ended = new HashMap<>();
  private final Overlaps.Sharing membersOfEnded;

  /** When something can follow an ended group whose members were known: of all towns, of one. */
  private final DaySpans days;

  private final Map<String, DaySpans> daysByTown = new HashMap<>();

  /**
   * @param sizeShare how much of the new group has to come from ended ones
   */
  SuccessionsElsewhere(
      ScanInput input, Beginnings beginnings, Successions successions, Ratio sizeShare) {
    this.overlaps = input.overlaps();
    this.beginnings = beginnings;
    this.successions = successions;
    this.sizeShare = sizeShare;
    Map<String, List<DaySpans.Span>> spans = new HashMap<>();
    for (GroupFacts group : input.groups()) {
      if (group.endedOn() != null && overlaps.knew(group.id())) {
        ended.put(group.id(), group);
        spans
            .computeIfAbsent(group.town(), _ -> new ArrayList<>())
            .add(beginnings.daysOfFollowing(group));
      }
    }
    spans.forEach((town, each) -> daysByTown.put(town, DaySpans.of(each)));
    this.days = DaySpans.of(spans.values().stream().flatMap(List::stream).toList());
    this.membersOfEnded = overlaps.sharing(ended.keySet());
  }

  /** Whether anything ended elsewhere whose people it could have taken over by its days. */
  boolean couldFollow(GroupFacts group) {
    DaySpans ofTown = daysByTown.getOrDefault(group.town(), DaySpans.NONE);
    return beginnings.daysElsewhere(group).stream()
        .anyMatch(day -> days.covering(day) > ofTown.covering(day));
  }

  /** Those that live on in it, the plainest first; none where its own members are not known. */
  List<Succession> of(GroupFacts group) {
    List<Succession> found =
        membersOfEnded.with(group.id()).stream()
            .map(ended::get)
            .filter(Objects::nonNull)
            .filter(other -> !other.town().equals(group.town()) && !isSameChat(other, group))
            .filter(other -> successions.mayTakeThePlace(other, group))
            .map(other ->
                successions.byMembers(group, other, beginnings.afterElsewhere(other, group)))
            .filter(Objects::nonNull)
            .sorted(Succession.PLAINEST_FIRST)
            .toList();
    return found.isEmpty() || isGoodPartOf(group, found) ? found : List.of();
  }

  private boolean isGoodPartOf(GroupFacts group, List<Succession> found) {
    Integer people = overlaps.together(found.stream().map(it -> it.ended().id()).toList());
    Integer all = overlaps.together(List.of(group.id()));
    return people != null && all != null && sizeShare.reachedBy(people, all);
  }

  /** Their units differ; platform and number are one. */
  private static boolean isSameChat(GroupFacts one, GroupFacts other) {
    return withoutUnit(one.id()).equals(withoutUnit(other.id()));
  }

  private static String withoutUnit(String id) {
    return id.substring(id.indexOf('/') + 1);
  }
}
