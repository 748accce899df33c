package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * G-MEGA: a group into which others were merged, or that took in the people of dissolved ones, and
 * in which too much is said since.
 */
final class FloodRule {

  private static final Merges NONE = new Merges(List.of(), 0);
  private static final String TAKEN = "taken";
  private static final String WITH_DISSOLVED = "WITH_DISSOLVED";

  private FloodRule() {}

  /**
   * The days of the merges into one group, in order.
   *
   * @param dissolved how many of them nobody decided as merges
   */
  private record Merges(List<LocalDate> on, int dissolved) {
    Merges plus(Merges other) {
      return new Merges(
          Stream.concat(on.stream(), other.on.stream()).sorted().toList(),
          dissolved + other.dissolved);
    }

    /**
     * The days after the first merge within these; a merge of every week does not begin it anew.
     */
    Weeks afterFirst(Weeks weeks) {
      return on.stream()
          .filter(day -> !day.isBefore(weeks.from()))
          .findFirst()
          .map(first -> weeks.notBefore(first.plusDays(1)))
          .orElse(weeks);
    }

    boolean anyBefore(Weeks weeks) {
      return on.getFirst().isBefore(weeks.from());
    }
  }

  /** How much was said in which days. */
  private record Counted(Weeks weeks, MessageLoad load) {}

  static void apply(RuleScan scan) {
    int limit = scan.thresholds().wholeNumber("group.msgsPerDay");
    int days = scan.thresholds().wholeNumber("counters.windowDays");
    Map<String, Merges> decided = mergesInto(scan);
    Absorptions absorptions = new Absorptions(scan);
    for (GroupFacts group : scan.liveGroups()) {
      List<LocalDate> tookIn = absorptions.into(group);
      Merges merged =
          decided.getOrDefault(group.id(), NONE).plus(new Merges(tookIn, tookIn.size()));
      if (merged.on().isEmpty()) {
        // With hardly anything said it is no flood either way.
        if (absorptions.mayBeInto(group)
            && !scan.exempts(group)
            && !isQuiet(group.id(), scan.input(), scan.thresholds())) {
          scan.unknown(group);
        }
        continue;
      }
      ActivityFacts activity = scan.input().activity().get(group.id());
      Counted counted =
          counted(activity, merged, Weeks.before(scan.day(), days), scan.input().workingTime());
      if (activity == null || counted == null) {
        scan.unknown(group);
        continue;
      }
      boolean isExempt = scan.exempts(group);
      if (!isExempt) {
        scan.exposed(group.unit());
      }
      int perWorkday = counted.load().perWorkday();
      if (perWorkday > limit) {
        scan.found(isExempt, group, perWorkday, evidence(merged, counted, limit, activity));
      }
    }
  }

  /** Whether the group was found by people of dissolved groups, too. */
  static boolean tookInDissolved(Detected finding) {
    return finding.evidence().word(TAKEN).equals(WITH_DISSOLVED);
  }

  /** Whether the latest weeks show that not too much is said. */
  static boolean isQuiet(String group, ScanInput input, Thresholds thresholds) {
    Weeks weeks = Weeks.before(input.day(), thresholds.wholeNumber("counters.windowDays"));
    Integer load = MessageLoad.perWorkday(input.activity().get(group), weeks, input.workingTime());
    return load != null && load <= thresholds.wholeNumber("group.msgsPerDay");
  }

  /**
   * Since the first merge of the weeks; when too little is known since then, all of the weeks, if
   * the group was a merged one before them.
   */
  private static @Nullable Counted counted(
      @Nullable ActivityFacts activity, Merges merged, Weeks weeks, WorkingTime workingTime) {
    Weeks since = merged.afterFirst(weeks);
    MessageLoad load = MessageLoad.of(activity, since, workingTime);
    if (load == null && merged.anyBefore(weeks)) {
      since = weeks;
      load = MessageLoad.of(activity, weeks, workingTime);
    }
    return load == null ? null : new Counted(since, load);
  }

  private static Map<String, Merges> mergesInto(RuleScan scan) {
    Map<String, Merges> merges = new HashMap<>();
    for (GroupFacts group : scan.input().groups()) {
      LocalDate endedOn = group.endedOn();
      Ending ending = group.ending();
      if (endedOn != null && ending != null && ending.mergeInto() != null) {
        merges.merge(ending.mergeInto(), new Merges(List.of(endedOn), 0), Merges::plus);
      }
    }
    return merges;
  }

  private static Evidence evidence(
      Merges merged, Counted counted, int limit, ActivityFacts activity) {
    Evidence.Builder evidence =
        Evidence.builder()
            .number("mergedGroups", merged.on().size())
            .day("mergedOn", merged.on().getLast())
            .number("messagesPerWorkday", counted.load().perWorkday())
            .limit("limit", limit)
            .number("workdays", counted.load().workdays())
            .day("from", counted.weeks().from())
            .day("to", counted.weeks().to());
    if (merged.dissolved() > 0) {
      evidence.word(TAKEN, WITH_DISSOLVED).number("dissolvedGroups", merged.dissolved());
    }
    int before = activity.membersBy(merged.on().getFirst().minusDays(1));
    int after = activity.membersBy(counted.weeks().to());
    if (before > 0 && after > 0) {
      evidence.number("membersBefore", before).number("membersAfter", after);
    }
    return evidence.build();
  }
}
