package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What counters that came late, or were put right late, say of days that no scan looks at any more.
 * A run of days that is known keeps its first day: it stands, was longer, or never was.
 */
public final class LateJudgement {

  /** The rules that are judged late. */
  public static final Set<DetectionRule> RULES = rules();

  /**
   * What is known of one rule's findings about a group.
   *
   * @param finding as it was last
   * @param runs all that are known
   * @param since from when on they are all known; null when they always were
   */
  public record Known(Detected finding, List<FoundRun> runs, @Nullable LocalDate since) {

    boolean isKnownOn(LocalDate day) {
      return since == null || !day.isBefore(since);
    }
  }

  /** A run as it is known by now. */
  public record LateRun(Detected finding, FoundRun run) {}

  /**
   * What is otherwise than it was found.
   *
   * @param isCutOff whether something was broken before the first day that was judged, so that more
   *     days are to be looked at
   */
  public record Outcome(List<LateRun> runs, boolean isCutOff) {}

  private final GroupFacts group;
  private final ScanInput facts;
  private final LateSpan span;
  private final Map<DetectionRule, Known> known;
  private final Hindsight hindsight;

  private LateJudgement(
      GroupFacts group,
      ScanInput facts,
      LateSpan span,
      LocalDate from,
      Map<DetectionRule, Known> known) {
    this.group = group;
    this.facts = facts;
    this.span = span;
    this.known = known;
    this.hindsight = Hindsight.of(group.inUse(), facts, from, end());
  }

  private static Set<DetectionRule> rules() {
    Set<DetectionRule> rules = EnumSet.copyOf(Hindsight.RULES);
    // Silence is judged by what sources told by then, which is not known of days gone by.
    rules.add(DetectionRule.ZOMBIE);
    return rules;
  }

  /**
   * Judges the days that late counters tell of.
   *
   * @param group as it is now; it may have ended since
   * @param facts of today, with the group's counters of {@link LateSpan#countersFrom}
   * @param from the first day that is judged; none on which the group was not in use
   */
  public static Outcome of(
      GroupFacts group,
      ScanInput facts,
      LateSpan span,
      LocalDate from,
      Map<DetectionRule, Known> known) {
    if (group.joined()) {
      return new Outcome(List.of(), false);
    }
    LateJudgement judgement = new LateJudgement(group, facts, span, from, known);
    List<LateRun> runs = new ArrayList<>();
    RULES.forEach(rule -> runs.addAll(judgement.neverHeld(rule)));
    Hindsight.RULES.forEach(rule -> runs.addAll(judgement.foundLate(rule)));
    return new Outcome(runs, judgement.hindsight.isCutOff());
  }

  private LocalDate end() {
    List<FoundRun> runs = known.values().stream().flatMap(it -> it.runs().stream()).toList();
    LocalDate end = span.end(facts.ruleSets(), runs, facts.day());
    LocalDate endedOn = group.endedOn();
    return endedOn == null || end.isBefore(endedOn) ? end : endedOn.minusDays(1);
  }

  /** The day of its end, if all days up to it are judged. */
  private @Nullable LocalDate endedOn() {
    LocalDate endedOn = group.endedOn();
    return end().plusDays(1).equals(endedOn) ? endedOn : null;
  }

  private List<LateRun> neverHeld(DetectionRule rule) {
    Known before = known.get(rule);
    return before == null
        ? List.of()
        : before.runs().stream()
            .filter(run -> isOfItsOwn(run) && neverHeld(rule, run))
            .map(run -> run.corrected(after(run), facts.day()))
            .map(run -> new LateRun(before.finding(), run))
            .toList();
  }

  /** What goes on elsewhere is taken back there. */
  private static boolean isOfItsOwn(FoundRun run) {
    return !run.neverHeld() && run.clearedWhy() != ClearedBecause.JOINED;
  }

  private boolean neverHeld(DetectionRule rule, FoundRun run) {
    if (rule == DetectionRule.ZOMBIE) {
      return wasInUse(run);
    }
    LocalDate after = run.clearedOn() == null ? facts.day().plusDays(1) : run.clearedOn();
    LocalDate endedOn = group.endedOn();
    return hindsight.isKept(
        rule, run.raisedOn(), endedOn == null || after.isBefore(endedOn) ? after : endedOn);
  }

  /**
   * The day after its last one. What is open may rest on days that are so long ago that a scan, for
   * want of later ones, leaves it as it was.
   */
  private LocalDate after(FoundRun run) {
    return run.clearedOn() == null ? facts.day() : run.clearedOn();
  }

  /**
   * Whether the last run of a zombie rests on days of which use was told. Since when it was idle is
   * not known of earlier ones; and whether a group is silent now is seen by scans, which know what
   * others tell of it.
   */
  private boolean wasInUse(FoundRun run) {
    Known before = known.get(DetectionRule.ZOMBIE);
    RuleSet then = RuleSet.inForceOn(run.raisedOn(), facts.ruleSets());
    return before != null
        && run.equals(before.runs().getLast())
        && run.clearedOn() != null
        && new Corrections(facts).showThatItNeverHeld(before.finding(), then);
  }

  private List<LateRun> foundLate(DetectionRule rule) {
    List<LateRun> found = new ArrayList<>();
    for (Hindsight.Broken broken : hindsight.broken(rule, endedOn())) {
      FoundRun run = broken.after().isBefore(span.first()) ? null : asRun(broken, known.get(rule));
      if (run != null) {
        found.add(new LateRun(broken.last(), run));
      }
    }
    return found;
  }

  /** Null where it says nothing new. */
  private static @Nullable FoundRun asRun(Hindsight.Broken broken, @Nullable Known before) {
    FoundRun held = FoundRun.held(broken.first(), broken.after(), broken.why());
    if (before == null) {
      return held;
    }
    List<FoundRun> touching =
        before.runs().stream()
            .filter(run -> !run.neverHeld() && run.touches(broken.first(), broken.after()))
            .toList();
    return switch (touching.size()) {
      case 0 -> before.isKnownOn(broken.first()) ? held : null;
      case 1 -> longer(touching.getFirst(), held);
      // What was found again after a while is left as two.
      default -> null;
    };
  }

  /** The known run up to its later end; null when it was not longer, or is not over. */
  private static @Nullable FoundRun longer(FoundRun run, FoundRun held) {
    LocalDate until = run.clearedOn();
    boolean isLonger =
        run.clearedWhy() == ClearedBecause.DATA
            && until != null
            && until.isBefore(Objects.requireNonNull(held.clearedOn()));
    return isLonger ? FoundRun.held(run.raisedOn(), held.clearedOn(), held.clearedWhy()) : null;
  }
}
