package cn.jianfu.group.detection.domain;

import cn.jianfu.group.detection.domain.ScanOutcome.Scanned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
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
  }

  private enum NotFound implements Verdict {
    /** It was kept. */
    KEPT,
    /** There was nothing that it could be kept or broken by. */
    NOTHING,
    EXEMPT,
    OFF,
    UNKNOWN
  }

  private final Map<DetectionRule, NavigableMap<LocalDate, Verdict>> days =
      new EnumMap<>(DetectionRule.class);

  private Hindsight() {
    RULES.forEach(rule -> days.put(rule, new TreeMap<>()));
  }

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
      daysOf(rule).put(day, withoutFinding(rule, judged));
    }
    judged.exempt().forEach(found -> daysOf(found.rule()).put(day, NotFound.EXEMPT));
    judged.detected().forEach(found -> daysOf(found.rule()).put(day, new Verdict.Found(found)));
  }

  private static NotFound withoutFinding(DetectionRule rule, Scanned judged) {
    if (judged.ruleSet().settingOf(rule) == null) {
      return NotFound.OFF;
    }
    if (judged.unjudged().containsKey(rule)
        || !judged.unknownGroups().getOrDefault(rule, Set.of()).isEmpty()) {
      return NotFound.UNKNOWN;
    }
    boolean isJudged =
        judged.exposures().getOrDefault(rule, Map.of()).values().stream()
            .anyMatch(exposure -> exposure.subjects() > 0);
    return isJudged ? NotFound.KEPT : NotFound.NOTHING;
  }

  private NavigableMap<LocalDate, Verdict> daysOf(DetectionRule rule) {
    return Objects.requireNonNull(days.get(rule));
  }

  /** Whether the first day that was looked at is in the middle of a run. */
  boolean isCutOff() {
    return days.values().stream()
        .map(NavigableMap::firstEntry)
        .anyMatch(first -> first != null && first.getValue() instanceof Verdict.Found);
  }

  /**
   * Whether each day of a run was looked at, and the rule kept on all that can be told.
   *
   * @param after the day after its last
   */
  boolean isKept(DetectionRule rule, LocalDate first, LocalDate after) {
    if (!first.isBefore(after)) {
      return false;
    }
    NavigableMap<LocalDate, Verdict> run = daysOf(rule).subMap(first, true, after, false);
    return !run.isEmpty()
        && run.firstKey().equals(first)
        && run.lastKey().plusDays(1).equals(after)
        && run.values().stream().allMatch(Hindsight::mayBeKept)
        && run.containsValue(NotFound.KEPT);
  }

  private static boolean mayBeKept(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Found _ -> false;
      case NotFound other -> other != NotFound.EXEMPT && other != NotFound.OFF;
    };
  }

  /**
   * Days on which a rule was broken.
   *
   * @param last as it showed on the last of them
   * @param after the first day that is known to have kept the rule again, or on which the group was
   *     exempt, the rule off, or the group no more
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
        case NotFound other -> {
          ClearedBecause why = endsBy(other);
          if (first != null && last != null && why != null) {
            runs.add(new Broken(first, last, each.getKey(), why));
          }
          first = why == null ? first : null;
        }
      }
    }
    if (first != null && last != null && endedOn != null) {
      runs.add(new Broken(first, last, endedOn, ClearedBecause.SUBJECT_CLOSED));
    }
    return runs;
  }

  private static @Nullable ClearedBecause endsBy(NotFound verdict) {
    return switch (verdict) {
      case KEPT, NOTHING -> ClearedBecause.DATA;
      case EXEMPT -> ClearedBecause.EXEMPTION;
      case OFF -> ClearedBecause.RULE_SET;
      case UNKNOWN -> null;
    };
  }
}
