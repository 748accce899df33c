package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** G-MEGA: a group into which others were merged and in which too much is said since. */
final class FloodRule {

  /** Fewer working days since the merge do not show yet how it goes on. */
  private static final int FEWEST_WORKDAYS = 5;

  private FloodRule() {}

  /** The merges into one group. */
  private record Merges(int groups, LocalDate lastOn) {
    Merges plus(Merges other) {
      return new Merges(
          groups + other.groups, lastOn.isAfter(other.lastOn) ? lastOn : other.lastOn);
    }
  }

  static void apply(RuleScan scan) {
    int limit = scan.thresholds().wholeNumber("group.msgsPerDay");
    int days = scan.thresholds().wholeNumber("counters.windowDays");
    Map<String, Merges> merges = mergesInto(scan);
    for (GroupFacts group : scan.liveGroups()) {
      Merges merged = merges.get(group.id());
      if (merged == null) {
        continue;
      }
      Weeks weeks = Weeks.before(scan.day(), days).notBefore(merged.lastOn().plusDays(1));
      Integer perWorkday = perWorkday(scan, group, weeks);
      if (perWorkday == null) {
        scan.unknown(group);
        continue;
      }
      boolean isExempt = scan.exempts(group);
      if (!isExempt) {
        scan.exposed(group.unit());
      }
      if (perWorkday > limit) {
        scan.found(isExempt, group, perWorkday, evidence(merged, perWorkday, limit, weeks));
      }
    }
  }

  private static Map<String, Merges> mergesInto(RuleScan scan) {
    Map<String, Merges> merges = new HashMap<>();
    for (GroupFacts group : scan.input().groups()) {
      LocalDate endedOn = group.endedOn();
      Ending ending = group.ending();
      if (endedOn != null && ending != null && ending.mergeInto() != null) {
        merges.merge(ending.mergeInto(), new Merges(1, endedOn), Merges::plus);
      }
    }
    return merges;
  }

  /** Messages for each working day, cut; null when the data say too little. */
  private static @Nullable Integer perWorkday(RuleScan scan, GroupFacts group, Weeks weeks) {
    ActivityFacts activity = scan.input().activity().get(group.id());
    if (activity == null || weeks.from().isAfter(weeks.to())) {
      return null;
    }
    var counted = activity.between(weeks.from(), weeks.to());
    int workdays = scan.input().workingTime().workdays(weeks.from(), weeks.to());
    if (counted.isEmpty() || workdays < FEWEST_WORKDAYS) {
      return null;
    }
    long messages = counted.stream().mapToLong(DayCount::messages).sum();
    return Math.toIntExact(messages / workdays);
  }

  private static Evidence evidence(Merges merged, int perWorkday, int limit, Weeks weeks) {
    return Evidence.builder()
        .number("mergedGroups", merged.groups())
        .day("mergedOn", merged.lastOn())
        .number("messagesPerWorkday", perWorkday)
        .number("limit", limit)
        .day("from", weeks.from())
        .day("to", weeks.to())
        .build();
  }
}
