package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Days of which counters came, or were put right, when they were gone by.
 *
 * @param first the first of them
 * @param last the last of them
 */
public record LateSpan(LocalDate first, LocalDate last) {

  /** Shares are of whole weeks, which may begin and end six days earlier than a window. */
  private static final int WEEK = 7;

  /** The days of both, and those between. */
  public LateSpan with(LateSpan other) {
    return new LateSpan(
        other.first.isBefore(first) ? other.first : first,
        other.last.isAfter(last) ? other.last : last);
  }

  /**
   * From when on counters are needed.
   *
   * @param from the first day that is judged
   */
  public static LocalDate countersFrom(LocalDate from, List<RuleSet> rules) {
    int idle =
        rules.stream().mapToInt(it -> it.thresholds().days("zombie.idleDays")).max().orElse(0);
    return from.minusDays(Math.max(2L * lookBack(rules), idle));
  }

  /**
   * The first day that is judged: what the span belongs to is seen from its begin.
   *
   * @param known every run that was found by rules that are judged late
   */
  public LocalDate begin(List<RuleSet> rules, Collection<FoundRun> known) {
    LocalDate from = first.minusDays(lookBack(rules));
    return concerned(rules, known)
        .map(FoundRun::raisedOn)
        .filter(begun -> begun.isBefore(from))
        .min(LocalDate::compareTo)
        .orElse(from);
  }

  /**
   * The last day that is judged: of a known run every day is, of an open one up to yesterday. The
   * present one is left to scans.
   */
  public LocalDate end(List<RuleSet> rules, Collection<FoundRun> known, LocalDate today) {
    LocalDate to = last.plusDays(lookBack(rules));
    LocalDate end =
        concerned(rules, known)
            .map(run -> run.clearedOn() == null ? today : run.clearedOn().minusDays(1))
            .filter(over -> over.isAfter(to))
            .max(LocalDate::compareTo)
            .orElse(to);
    return end.isBefore(today) ? end : today;
  }

  private Stream<FoundRun> concerned(List<RuleSet> rules, Collection<FoundRun> known) {
    LocalDate from = first.minusDays(lookBack(rules));
    LocalDate to = last.plusDays(lookBack(rules));
    return known.stream().filter(run -> run.touches(from, to));
  }

  /** For how many days a rule may look back from the day that it judges. */
  private static int lookBack(List<RuleSet> rules) {
    return WEEK
        + rules.stream()
            .mapToInt(it -> it.thresholds().days("counters.windowDays"))
            .max()
            .orElse(0);
  }
}
