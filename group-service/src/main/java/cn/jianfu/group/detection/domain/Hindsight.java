package cn.jianfu.group.detection.domain;

import cn.jianfu.group.detection.domain.ScanOutcome.Scanned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a group's own counters say of days gone by, as they are known now: each day is judged by the
 * rules, exemptions and calendar of that day. Only the rules about what is asked and said, because
 * a past day's counters are all that they need.
 */
final class Hindsight {

  static final Set<DetectionRule> RULES =
      EnumSet.of(
          DetectionRule.OFF_HOURS,
          DetectionRule.INSTANT_REPLY,
          DetectionRule.MATERIAL,
          DetectionRule.PROOF,
          DetectionRule.NO_NOTICE,
          DetectionRule.DRIFT);

  /** What the rule says of a day. */
  private sealed interface Verdict {
    record Found(Detected finding) implements Verdict {}

    /** The rule was kept, or the group exempt. */
    record Fine() implements Verdict {}

    record Unknown() implements Verdict {}
  }

  private final Map<DetectionRule, NavigableMap<LocalDate, Verdict>> days =
      new EnumMap<>(DetectionRule.class);

  private Hindsight() {}

  /** Looks at every day from the one to the other, both included. */
  static Hindsight of(GroupFacts group, ScanInput facts, LocalDate from, LocalDate to) {
    Hindsight hindsight = new Hindsight();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      RuleSet then = RuleSet.inForceOn(day, facts.ruleSets());
      if (DetectionScan.scan(then, facts.of(group, day), RULES) instanceof Scanned judged) {
        hindsight.add(day, judged);
      }
    }
    return hindsight;
  }

  private void add(LocalDate day, Scanned judged) {
    for (DetectionRule rule : RULES) {
      Verdict verdict = isUnknown(rule, judged) ? new Verdict.Unknown() : new Verdict.Fine();
      days.computeIfAbsent(rule, _ -> new TreeMap<>()).put(day, verdict);
    }
    judged.detected().forEach(found -> put(day, new Verdict.Found(found)));
  }

  private static boolean isUnknown(DetectionRule rule, Scanned judged) {
    return judged.unjudged().containsKey(rule)
        || !judged.unknownGroups().getOrDefault(rule, Set.of()).isEmpty();
  }

  private void put(LocalDate day, Verdict.Found found) {
    days.getOrDefault(found.finding().rule(), new TreeMap<>()).put(day, found);
  }

  /**
   * Whether a run of those days shows that the rule was kept on all that can be told.
   *
   * @param after the day after its last
   */
  boolean isFine(DetectionRule rule, LocalDate first, LocalDate after) {
    var run = daysOf(rule).subMap(first, after).values();
    return run.stream().noneMatch(Verdict.Found.class::isInstance)
        && run.stream().anyMatch(Verdict.Fine.class::isInstance);
  }

  private NavigableMap<LocalDate, Verdict> daysOf(DetectionRule rule) {
    return days.getOrDefault(rule, new TreeMap<>());
  }

  /**
   * Days on which a rule was broken.
   *
   * @param last as it showed on the last of them
   * @param after the first day that is known to have kept the rule again, or on which the group was
   *     no more
   */
  record Broken(LocalDate first, Detected last, LocalDate after, ClearedBecause why) {}

  /**
   * The runs that are known to be over; a day that cannot be told ends none.
   *
   * @param endedOn the day after the last one, when the group ended on it
   */
  List<Broken> broken(DetectionRule rule, @Nullable LocalDate endedOn) {
    List<Broken> runs = new ArrayList<>();
    @Nullable LocalDate first = null;
    @Nullable Detected last = null;
    for (var each : daysOf(rule).entrySet()) {
      switch (each.getValue()) {
        case Verdict.Found found -> {
          first = first == null ? each.getKey() : first;
          last = found.finding();
        }
        case Verdict.Fine _ -> {
          if (first != null && last != null) {
            runs.add(new Broken(first, last, each.getKey(), ClearedBecause.DATA));
          }
          first = null;
        }
        case Verdict.Unknown _ -> {}
      }
    }
    if (first != null && last != null && endedOn != null) {
      runs.add(new Broken(first, last, endedOn, ClearedBecause.SUBJECT_CLOSED));
    }
    return runs;
  }
}
