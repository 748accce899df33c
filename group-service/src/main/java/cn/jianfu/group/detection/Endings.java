package cn.jianfu.group.detection;

import cn.jianfu.group.detection.domain.ActivityFacts;
import cn.jianfu.group.detection.domain.GroupFacts;
import cn.jianfu.group.detection.domain.SelfEnding;
import cn.jianfu.group.detection.domain.SelfEnding.Told;
import cn.jianfu.group.detection.domain.Thresholds;
import cn.jianfu.group.workgroup.domain.CleanupDecision;
import cn.jianfu.group.workgroup.domain.DecisionKind;
import cn.jianfu.group.workgroup.domain.DecisionOrigin;
import cn.jianfu.group.workgroup.domain.GroupState;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The commands by which groups that have outlived their end are told, and later ended. */
final class Endings {

  private final Map<String, ActivityFacts> activity;
  private final Thresholds thresholds;
  private final LocalDate day;

  Endings(Map<String, ActivityFacts> activity, Thresholds thresholds, LocalDate day) {
    this.activity = activity;
    this.thresholds = thresholds;
    this.day = day;
  }

  List<WorkGroupCommand> of(WorkGroup group, GroupFacts facts) {
    Told told = told(group, facts);
    return switch (SelfEnding.step(facts, told, activity.get(facts.id()), thresholds, day)) {
      case NOTHING -> List.of();
      case WARN -> List.of(new WorkGroupCommand.Warn(day));
      case DECIDE ->
          List.of(
              dissolve(
                  SelfEnding.reason(facts, told),
                  day.plusDays(thresholds.wholeNumber("temp.graceDays"))));
      case END ->
          List.of(
              dissolve(SelfEnding.reason(facts, told), day),
              new WorkGroupCommand.ReportExecution(day));
    };
  }

  private static Told told(WorkGroup group, GroupFacts facts) {
    CleanupDecision decision = group.decision();
    LocalDate end = SelfEnding.endOf(facts);
    boolean kept = end != null && group.isKeptThough(end);
    return new Told(
        group.state() == GroupState.ACTIVE,
        group.state() == GroupState.WARNED ? group.profile().since() : null,
        kept || (decision != null && decision.isOpen()));
  }

  private WorkGroupCommand dissolve(String reason, LocalDate dueOn) {
    return new WorkGroupCommand.Decide(
        DecisionKind.DISSOLVE, reason, dueOn, null, null, DecisionOrigin.RULE, day);
  }
}
