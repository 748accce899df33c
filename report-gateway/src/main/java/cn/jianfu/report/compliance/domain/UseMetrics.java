package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.compliance.domain.Metric.MeasuredIn;
import cn.jianfu.report.finding.domain.Severity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The metrics about how groups are used, and what was found: M06 to M09, M51, M60. */
final class UseMetrics {

  /**
   * The formula of M08 and M09; the first did not say of which groups nobody tells who is in, the
   * second took a list of any age for telling.
   */
  private static final int UNLISTED_ARE_UNKNOWN = 3;

  private UseMetrics() {}

  /** 僵尸群占比. */
  static Metric m06(Day day) {
    List<Idleness> groups = day.live().stream().map(group -> Idleness.of(group, day)).toList();
    long idle = count(groups, Idleness.IDLE);
    long unknown = count(groups, Idleness.UNKNOWN);
    return Metric.ratio("M06", day.date(), idle, groups.size() - unknown).leavingOut(0, unknown);
  }

  /** 逾期临时群. */
  static Metric m07(Day day) {
    if (!day.examined()) {
      return Metric.notCounted("M07", day.date());
    }
    long open = day.open().stream().filter(finding -> finding.rule().equals("G-TEMP")).count();
    long counting =
        day.counting().stream().filter(finding -> finding.rule().equals("G-TEMP")).count();
    return Metric.count("M07", day.date(), counting)
        .leavingOut(open - counting + day.exempted("G-TEMP"), 0);
  }

  /** 一事多群、重复群. */
  static Metric m08(Day day) {
    if (!day.examined()) {
      return Metric.absent("M08", day.date(), MeasuredIn.RATIO)
          .byFormula(UNLISTED_ARE_UNKNOWN)
          .leavingOut(0, day.live().size());
    }
    List<Set<String>> clusters = DuplicateClusters.of(day.counting());
    List<GroupFact> outside =
        day.live().stream()
            .filter(group -> clusters.stream().noneMatch(it -> it.contains(group.groupId())))
            .toList();
    int all = day.live().size();
    return Metric.ratio("M08", day.date(), all - outside.size(), all)
        .byFormula(UNLISTED_ARE_UNKNOWN)
        .leavingOut(0, unlisted(day, outside))
        .with("clusters", clusters.size());
  }

  /** 人均工作群数. */
  static Metric m09(Day day) {
    return day.facts()
        .townLoadOn(day.date())
        .map(summary -> load(day.date(), new GroupsPerPerson(summary.persons())))
        .map(metric -> metric.leavingOut(0, unlisted(day, day.live())))
        .orElseGet(() -> Metric.absent("M09", day.date(), MeasuredIn.GROUPS_PER_PERSON))
        .byFormula(UNLISTED_ARE_UNKNOWN);
  }

  /** How many of these groups have told nobody who is in them, or not for too long. */
  private static long unlisted(Day day, List<GroupFact> groups) {
    LocalDate since =
        day.limits().membersFreshDays().map(day.date()::minusDays).orElse(LocalDate.MIN);
    return groups.stream()
        .filter(group -> group.listedOn(day.date()).filter(it -> it.isAfter(since)).isEmpty())
        .count();
  }

  /** 存量问题. */
  static Metric m51(Day day) {
    if (!day.examined()) {
      return Metric.absent("M51", day.date(), MeasuredIn.PER_HUNDRED_GROUPS)
          .leavingOut(0, day.live().size());
    }
    List<OpenFinding> counting = day.counting();
    Metric metric =
        Metric.quotient(
                "M51",
                day.date(),
                MeasuredIn.PER_HUNDRED_GROUPS,
                counting.size(),
                day.live().size())
            .leavingOut(day.open().size() - counting.size() + day.exempted(), 0);
    for (Severity severity : Severity.values()) {
      metric = metric.with("severity." + severity.code(), ofSeverity(counting, severity));
    }
    return metric
        .with("age.to7", ofAge(counting, day.date(), 0, 7))
        .with("age.to30", ofAge(counting, day.date(), 8, 30))
        .with("age.over30", ofAge(counting, day.date(), 31, Long.MAX_VALUE));
  }

  /** 数据质量: groups whose counters are fresh, and what became of the events of the same days. */
  static Metric m60(Day day) {
    LocalDate from = day.date().minusDays(day.limits().freshDays() - 1L);
    long fresh =
        day.live().stream()
            .filter(
                group -> group.lastDayUpTo(day.date()).filter(it -> !it.isBefore(from)).isPresent())
            .count();
    Metric metric = Metric.ratio("M60", day.date(), fresh, day.live().size()).since(from);
    for (String confidence : List.of("API", "IMPORTED", "DECLARED")) {
      metric =
          metric.with(
              "confidence." + confidence,
              day.live().stream().filter(it -> it.confidence().equals(confidence)).count());
    }
    PushFact.OnDay pushed = day.facts().pushed(from, day.date());
    if (pushed.events() > 0) {
      metric =
          metric
              .with("pushed.events", pushed.events())
              .with("pushed.declined", pushed.declinedEvents());
    }
    Long lag = pushed.lagMinutes();
    return lag == null ? metric : metric.with("pushed.lagMinutes", lag);
  }

  private static Metric load(LocalDate day, GroupsPerPerson load) {
    Metric metric =
        Metric.quotient(
            "M09", day, MeasuredIn.GROUPS_PER_PERSON, load.memberships(), load.people());
    return load.people() == 0
        ? metric
        : metric.with("p90", load.percentile(90)).with("max", load.max());
  }

  private static long count(Collection<Idleness> groups, Idleness wanted) {
    return groups.stream().filter(idleness -> idleness == wanted).count();
  }

  private static long ofSeverity(List<OpenFinding> findings, Severity severity) {
    return findings.stream()
        .filter(finding -> finding.fact().detected().severity() == severity)
        .count();
  }

  private static long ofAge(List<OpenFinding> findings, LocalDate day, long from, long to) {
    return findings.stream()
        .flatMap(finding -> finding.fact().detected().runOn(day).stream())
        .mapToLong(run -> ChronoUnit.DAYS.between(run.raisedOn(), day))
        .filter(age -> age >= from && age <= to)
        .count();
  }
}
