package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A rule that days break. Each day is judged by the numbers and exemptions of that day. A finding
 * holds until a window has passed without a day that broke the rule; what it shows is of the window
 * up to the last such day, so that days that pass say nothing new.
 */
final class DemandRule {

  private final RuleScan scan;
  private final Measure measure;
  private final int windowDays;

  private DemandRule(RuleScan scan, Measure measure) {
    this.scan = scan;
    this.measure = measure;
    this.windowDays = scan.thresholds().wholeNumber("counters.windowDays");
  }

  /** What of a day breaks the rule. */
  interface Measure {

    /** How often the day broke it; empty when it cannot be told. */
    OptionalInt of(Demands day, Thresholds thresholds);

    /** What is shown besides how often and when. */
    default void show(Evidence.Builder evidence, List<Broken> days) {}
  }

  /**
   * A day that broke the rule.
   *
   * @param thresholds in force on it
   */
  record Broken(Demands demands, Thresholds thresholds, int times, boolean isExempt) {}

  static void apply(RuleScan scan, Measure measure) {
    DemandRule rule = new DemandRule(scan, measure);
    scan.liveGroups().forEach(rule::judge);
  }

  private void judge(GroupFacts group) {
    ActivityFacts activity = scan.input().activity().get(group.id());
    LocalDate known =
        activity == null ? null : activity.lastJudgedDay(scan.day(), scan.thresholds());
    if (activity == null || known == null || isOver(known)) {
      scan.unknown(group);
      return;
    }
    List<Broken> broken = new ArrayList<>();
    boolean untold = false;
    for (Demands day : activity.demands()) {
      Thresholds thresholds = day.day().isAfter(scan.day()) ? null : scan.thresholdsOn(day.day());
      if (thresholds == null) {
        continue;
      }
      OptionalInt times = measure.of(day, thresholds);
      untold |= times.isEmpty() && !isOver(day.day()) && !scan.exempts(group, day.day());
      if (times.orElse(0) > 0) {
        broken.add(new Broken(day, thresholds, times.getAsInt(), scan.exempts(group, day.day())));
      }
    }
    report(group, broken, untold);
  }

  /**
   * One day that cannot be told leaves open whether the rule was kept, unless another day broke it.
   */
  private void report(GroupFacts group, List<Broken> broken, boolean untold) {
    List<Broken> counting = broken.stream().filter(day -> !day.isExempt()).toList();
    boolean faulty = isRecent(counting);
    if (untold && !faulty) {
      scan.unknown(group);
    } else if (faulty || !scan.exempts(group)) {
      scan.exposed(group.unit());
    }
    if (faulty) {
      found(false, group, counting);
    } else if (isRecent(broken)) {
      found(true, group, broken);
    }
  }

  private boolean isRecent(List<Broken> broken) {
    return !broken.isEmpty() && !isOver(broken.getLast().demands().day());
  }

  private boolean isOver(LocalDate day) {
    return !day.plusDays(windowDays).isAfter(scan.day());
  }

  private void found(boolean isExempt, GroupFacts group, List<Broken> broken) {
    LocalDate last = broken.getLast().demands().day();
    List<Broken> shown =
        broken.stream()
            .filter(day -> day.demands().day().plusDays(windowDays).isAfter(last))
            .toList();
    Evidence.Builder evidence =
        Evidence.builder()
            .number("times", shown.stream().mapToInt(Broken::times).sum())
            .number("days", shown.size())
            .day("lastOn", last)
            .limit("windowDays", windowDays);
    measure.show(evidence, shown);
    scan.found(isExempt, group, shown.size(), evidence.build());
  }
}
