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

    record Fine() implements Verdict {}

    record Exempt() implements Verdict {}

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
    judged.exempt().forEach(found -> put(day, found.rule(), new Verdict.Exempt()));
    judged.detected().forEach(found -> put(day, found.rule(), new Verdict.Found(found)));
  }

  private static boolean isUnknown(DetectionRule rule, Scanned judged) {
    return judged.unjudged().containsKey(rule)
        || !judged.unknownGroups().getOrDefault(rule, Set.of()).isEmpty();
  }

  private void put(LocalDate day, DetectionRule rule, Verdict verdict) {
    daysOf(rule).put(day, verdict);
  }

  /**
   * Whether each day of a run was looked at, and the rule kept on all that can be told.
   *
   * @param after the day after its last
   */
  boolean isFine(DetectionRule rule, LocalDate first, LocalDate after) {
    NavigableMap<LocalDate, Verdict> run = daysOf(rule).subMap(first, true, after, false);
    return !run.isEmpty()
        && run.firstKey().equals(first)
        && run.lastKey().plusDays(1).equals(after)
        && run.values().stream().noneMatch(Hindsight::isBroken)
        && run.values().stream().anyMatch(Verdict.Fine.class::isInstance);
  }

  private static boolean isBroken(Verdict verdict) {
    return verdict instanceof Verdict.Found || verdict instanceof Verdict.Exempt;
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
        case Verdict.Fine _, Verdict.Exempt _ -> {
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
