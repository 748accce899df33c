package cn.jianfu.report.compliance;

import cn.jianfu.report.compliance.domain.CleanupDecision;
import cn.jianfu.report.compliance.domain.GroupFact;
import cn.jianfu.report.compliance.domain.GroupState;
import cn.jianfu.report.compliance.domain.TownFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A group on a town's register, with what is decided about it.
 *
 * @param decision null when none stands: never taken, withdrawn, or undone by a restoration
 */
public record RegisterLine(GroupLine group, @Nullable CleanupDecision decision) {

  static List<RegisterLine> of(TownFacts facts, LocalDate day) {
    Map<String, GroupFact> known =
        facts.groups().stream()
            .collect(
                Collectors.toMap(GroupFact::groupId, Function.identity(), (first, _) -> first));
    return GroupLine.of(facts, day).stream()
        .map(line -> of(line, known.get(line.groupId()), day))
        .toList();
  }

  private static RegisterLine of(GroupLine line, @Nullable GroupFact fact, LocalDate day) {
    return new RegisterLine(line, fact == null ? null : fact.decisionOn(day).orElse(null));
  }

  /** Whether its unit has declared it, so that something can be decided about it. */
  public boolean declared() {
    return group.state() != GroupState.OBSERVED;
  }

  /** Whether something is still to be decided, if there is a reason to. */
  public boolean undecided() {
    return declared() && group.state().live() && decision == null;
  }

  /** Whether what was decided is still to be carried out. */
  public boolean awaitsExecution() {
    return decision != null
        && decision.asksForExecution()
        && decision.executedOn() == null
        && group.state().live();
  }

  /** Whether another group could go on in this one. */
  public boolean stays() {
    return declared()
        && group.state().live()
        && group.state() != GroupState.DISSOLVING
        && group.state() != GroupState.MERGING;
  }
}
