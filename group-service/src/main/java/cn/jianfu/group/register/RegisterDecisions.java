package cn.jianfu.group.register;

import cn.jianfu.group.register.domain.NamedGroups;
import cn.jianfu.group.workgroup.domain.DecisionKind;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.web.imports.RowFinding;
import cn.jianfu.web.imports.RowResult;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out which decisions the rows ask for: those that are not taken already. */
final class RegisterDecisions {

  private final Map<String, WorkGroup> known;
  private final NamedGroups named = new NamedGroups();
  private final Map<Integer, RowFinding> notes = new HashMap<>();

  private RegisterDecisions(Collection<WorkGroup> known, List<PlannedRow> rows) {
    this.known =
        known.stream().collect(Collectors.toMap(it -> it.id().text(), Function.identity()));
    known.stream()
        .filter(group -> group.isDeclared() && group.state().isLive())
        .forEach(group -> named.add(group.profile().facts().name(), group.id().text()));
    rows.forEach(row -> named.add(row.declaration().name(), row.groupId()));
  }

  /** The plan with the decisions, and what is to be said where one cannot be taken. */
  static RegisterPlan in(RegisterPlan plan, List<ListedRow> listed, Collection<WorkGroup> known) {
    RegisterDecisions decisions = new RegisterDecisions(known, plan.rows());
    Map<Integer, ListedRow> byRow =
        listed.stream().collect(Collectors.toMap(ListedRow::row, Function.identity()));
    List<PlannedRow> rows =
        plan.rows().stream()
            .map(row -> decisions.in(row, Objects.requireNonNull(byRow.get(row.row())).decision()))
            .toList();
    return plan.of(rows).with(plan.results().stream().map(decisions::noted).toList());
  }

  private PlannedRow in(PlannedRow row, @Nullable ListedDecision said) {
    WorkGroup now = known.get(row.groupId());
    PlannedRow found = row.ofNew(now == null || !now.isDeclared());
    if (said == null || said.isTaken(now)) {
      return found;
    }
    if (said.kind() != DecisionKind.MERGE) {
      return found.deciding(said.into(null));
    }
    String target = said.target();
    Set<String> targets = target == null ? Set.of() : named.named(target);
    if (targets.size() == 1) {
      return found.deciding(said.into(targets.iterator().next()));
    }
    notes.put(row.row(), note(said, targets));
    return found;
  }

  private static RowFinding note(ListedDecision said, Set<String> targets) {
    if (said.target() == null) {
      return DecisionNotes.withoutTarget(said);
    }
    return targets.isEmpty()
        ? DecisionNotes.targetUnknown(said)
        : DecisionNotes.targetAmbiguous(said, targets);
  }

  private RowResult noted(RowResult result) {
    RowFinding note = notes.get(result.row());
    return note == null ? result : result.saying(List.of(note));
  }
}
