package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.compliance.domain.Metric.MeasuredIn;
import cn.jianfu.report.reference.domain.InspectionRound;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** The metrics about the register and its clean-up: M01 to M05. */
final class GroupMetrics {

  /** Of M04 and M05; the first knew the last decision about a group only. */
  private static final int FORMULA = 2;

  private GroupMetrics() {}

  /** 在册工作群. */
  static Metric m01(Day day) {
    if (!day.facts().knownOn(day.date())) {
      return Metric.notCounted("M01", day.date());
    }
    long registered = count(day.live(), group -> inState(group, day, GroupState::registered));
    return Metric.count("M01", day.date(), registered)
        .leavingOut(day.live().size() - registered, 0);
  }

  /** 备案率. */
  static Metric m02(Day day) {
    long filed = count(day.live(), group -> group.filedOn(day.date()));
    return Metric.ratio("M02", day.date(), filed, day.live().size())
        .leavingOut(
            count(day.facts().groups(), group -> inState(group, day, GroupState::ended)), 0);
  }

  /** 清理率: of the groups live at the opening of the latest round. */
  static Metric m03(Day day) {
    if (day.round().isEmpty()) {
      return Metric.absent("M03", day.date(), MeasuredIn.RATIO);
    }
    InspectionRound round = day.round().get();
    List<GroupFact> baseline = day.baseline(round);
    long ended = count(baseline, group -> inState(group, day, GroupState::ended));
    Metric rate =
        Metric.ratio("M03", day.date(), ended, baseline.size())
            .since(round.openedOn())
            .with("kept", baseline.size() - ended);
    long withdrawn = Withdrawals.outOfBaseline(day.facts(), round, day.date());
    return withdrawn == 0 ? rate : rate.with("withdrawn", withdrawn);
  }

  /** 研判率. */
  static Metric m04(Day day) {
    if (day.round().isEmpty()) {
      return Metric.absent("M04", day.date(), MeasuredIn.RATIO).byFormula(FORMULA);
    }
    InspectionRound round = day.round().get();
    List<GroupFact> baseline = day.baseline(round);
    long decided = count(baseline, group -> decidedIn(round, group, day.date()));
    return Metric.ratio("M04", day.date(), decided, baseline.size())
        .byFormula(FORMULA)
        .since(round.openedOn());
  }

  /** 处置到位率: of the decisions that were due, or were carried out before. */
  static Metric m05(Day day) {
    List<CleanupDecision> standing =
        day.facts().groups().stream()
            .flatMap(group -> group.decisionOn(day.date()).stream())
            .toList();
    List<CleanupDecision> asked =
        standing.stream().filter(CleanupDecision::asksForExecution).toList();
    long executed = asked.stream().filter(decision -> decision.executedOn(day.date())).count();
    long overdue =
        asked.stream()
            .filter(decision -> !decision.executedOn(day.date()))
            .filter(decision -> !decision.dueOn().isAfter(day.date()))
            .count();
    return Metric.ratio("M05", day.date(), executed, executed + overdue)
        .byFormula(FORMULA)
        .leavingOut(standing.size() - executed - overdue, 0);
  }

  private static boolean decidedIn(InspectionRound round, GroupFact group, LocalDate day) {
    return group
        .decisionOn(day)
        .filter(decision ->
            round.id().equals(decision.round()) || !decision.decidedOn().isBefore(round.openedOn()))
        .isPresent();
  }

  private static boolean inState(GroupFact group, Day day, Predicate<GroupState> wanted) {
    return group.stateOn(day.date()).filter(wanted).isPresent();
  }

  private static long count(List<GroupFact> groups, Predicate<GroupFact> wanted) {
    return groups.stream().filter(wanted).count();
  }
}
