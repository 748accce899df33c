package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** G-MEGA: a group into which others were merged and in which too much is said since. */
final class FloodRule {

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
      Integer perWorkday =
          MessageLoad.perWorkday(
              scan.input().activity().get(group.id()), weeks, scan.input().workingTime());
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
