package cn.jianfu.report.compliance;

import cn.jianfu.report.compliance.domain.GroupFact;
import cn.jianfu.report.compliance.domain.GroupState;
import cn.jianfu.report.compliance.domain.TownFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A group of a town on a day.
 *
 * @param confidence DECLARED, IMPORTED or API; empty while only counters have told of it
 * @param lastReportedOn last day with counters
 * @param lastActiveOn last day on which anybody wrote in it
 * @param decision DISSOLVE, MERGE, KEEP or STANDARDISE, when one stands
 * @param dueOn when that decision is to be carried out by; null when nothing is left to do
 * @param validUntil the last day on which it was meant to live; null when it names none
 * @param openFindings how many findings about it hold
 */
public record GroupLine(
    String groupId,
    String unit,
    String name,
    String platform,
    @Nullable String kind,
    GroupState state,
    String confidence,
    @Nullable LocalDate createdOn,
    @Nullable LocalDate lastReportedOn,
    @Nullable LocalDate lastActiveOn,
    @Nullable Integer members,
    @Nullable String decision,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate validUntil,
    long openFindings) {

  /** The groups that were known on that day, by unit and name. */
  static List<GroupLine> of(TownFacts facts, LocalDate day) {
    Map<String, Long> findings = facts.openFindingsByGroup(day);
    return facts.groups().stream()
        .flatMap(group -> of(group, day, findings.getOrDefault(group.groupId(), 0L)).stream())
        .toList();
  }

  private static Optional<GroupLine> of(GroupFact group, LocalDate day, long openFindings) {
    return group
        .stateOn(day)
        .map(state ->
            new GroupLine(
                group.groupId(),
                group.unit(),
                group.name(),
                group.platform(),
                group.kind(),
                state,
                group.confidence(),
                group.createdOn(),
                group.days().floorKey(day),
                group.lastActiveUpTo(day).orElse(null),
                group.membersOn(day).orElse(null),
                group.decisionOn(day).map(Enum::name).orElse(null),
                group.dueOn(day).orElse(null),
                group.validUntil(),
                openFindings));
  }
}
