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
 * @param members distinct persons by the latest list up to that day
 * @param memberCount 成员数 as its unit says, on whatever day
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
    @Nullable Integer memberCount,
    @Nullable String decision,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate validUntil,
    long openFindings) {

  /** As listed; without a list, as its unit says. */
  public @Nullable Integer knownMembers() {
    return members != null ? members : memberCount;
  }

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
                group.memberCount(),
                group.decisionOn(day).map(it -> it.kind().name()).orElse(null),
                group.dueOn(day).orElse(null),
                group.validUntil(),
                openFindings));
  }
}
