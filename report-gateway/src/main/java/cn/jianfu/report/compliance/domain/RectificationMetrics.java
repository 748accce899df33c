package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.compliance.domain.Metric.MeasuredIn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The metrics about what became of confirmed findings: M13, M52 to M54. */
final class RectificationMetrics {

  private static final int DAYS_OF_A_YEAR = 365;

  /**
   * The first forgot a rebound as soon as its group was gone, and counted merged groups; the second
   * knew none of other towns' groups; the third compared those with the town's own alone, and saw
   * one of several.
   */
  private static final int REBOUND_FORMULA = 4;

  private RectificationMetrics() {}

  /**
   * 反弹率: of the groups that were dissolved in a year, how many others took their place. What was
   * merged away is no part of it; the groups that took the place of such are told apart. So are
   * those in place of another town's group, which count where they were founded: only that town can
   * end them. What they replaced is no group of the town, and each is compared with one more.
   */
  static Metric m13(Day day) {
    if (!day.examined()) {
      return Metric.absent("M13", day.date(), MeasuredIn.RATIO).byFormula(REBOUND_FORMULA);
    }
    LocalDate from = day.date().minusDays(DAYS_OF_A_YEAR - 1L);
    Set<String> dissolved = endedInAYear(day, it -> it != GroupState.MERGED);
    Set<String> merged = endedInAYear(day, it -> it == GroupState.MERGED);
    Predicate<Rebound> ofOwn = it -> it.follows(dissolved);
    Predicate<Rebound> elsewhere = it -> it.followsDissolvedElsewhere(from);
    Predicate<Rebound> ofDissolved = ofOwn.or(elsewhere);
    Predicate<Rebound> ofMerged = it -> it.follows(merged) || it.followsMergedElsewhere(from);
    List<Rebound> found = Rebound.foundBy(day);
    List<Rebound> counted = found.stream().filter(Rebound::counts).toList();
    long all = dissolved.size() + count(counted, elsewhere.and(ofOwn.negate()));
    Metric metric =
        Metric.ratio("M13", day.date(), count(counted, ofDissolved), all)
            .byFormula(REBOUND_FORMULA)
            .since(from)
            .leavingOut(count(found, ofDissolved) - count(counted, ofDissolved), 0);
    return metric
        .withAny("rebuilt.elsewhere", count(counted, elsewhere))
        .withAny("rebuilt.merged", count(counted, ofMerged.and(ofDissolved.negate())));
  }

  private static Set<String> endedInAYear(Day day, Predicate<GroupState> how) {
    LocalDate before = day.date().minusDays(DAYS_OF_A_YEAR);
    return day.facts().groups().stream()
        .filter(group ->
            group
                .endingOn(day.date())
                .filter(it -> it.on().isAfter(before) && how.test(it.state()))
                .isPresent())
        .map(GroupFact::groupId)
        .collect(Collectors.toSet());
  }

  /** M52, M53 and M54. */
  static List<Metric> afterConfirmation(Day day) {
    List<Rectification> all =
        day.limits().dueWorkingDays().map(days -> Rectification.of(day, days)).orElse(List.of());
    return List.of(m52(day, all), m53(day, all), m54(day, all));
  }

  /** 整改率: of the confirmed findings that were due, or were put right before. */
  private static Metric m52(Day day, List<Rectification> all) {
    long closed = count(all, Rectification::isClosed);
    long due = count(all, it -> it.isClosed() || it.dueOn().isBefore(day.date()));
    return Metric.ratio("M52", day.date(), closed, due)
        .leavingOut(all.size() - due, 0)
        .with("inTime", count(all, Rectification::isClosedInTime));
  }

  /** 整改时长, in working days from the day after the confirmation. */
  private static Metric m53(Day day, List<Rectification> all) {
    List<Integer> took =
        all.stream()
            .filter(Rectification::isClosed)
            .map(it ->
                day.facts()
                    .district()
                    .calendars()
                    .workingDays(it.confirmedOn(), Objects.requireNonNull(it.closedOn())))
            .toList();
    Metric metric =
        Metric.quotient(
                "M53",
                day.date(),
                MeasuredIn.WORKING_DAYS,
                took.stream().mapToLong(it -> it).sum(),
                took.size())
            .valued(Quantiles.of(took, 0.5));
    BigDecimal p90 = Quantiles.of(took, 0.9);
    return p90 == null ? metric : metric.with("days.p90", Math.round(p90.doubleValue()));
  }

  /** 回头看反弹: of the findings that were put right, those that were found again. */
  private static Metric m54(Day day, List<Rectification> all) {
    return Metric.ratio(
        "M54",
        day.date(),
        count(all, Rectification::cameBack),
        count(all, Rectification::isClosed));
  }

  private static <T> long count(List<T> all, Predicate<T> wanted) {
    return all.stream().filter(wanted).count();
  }
}
