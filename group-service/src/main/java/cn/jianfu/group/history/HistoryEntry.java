package cn.jianfu.group.history;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.contracts.group.DecisionV1;
import cn.jianfu.contracts.group.WorkGroupEvent;
import cn.jianfu.contracts.group.WorkGroupOwnerChangedV1;
import cn.jianfu.contracts.group.WorkGroupV1;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a group.
 *
 * @param at when it was recorded
 * @param on the day on which the group entered its state
 * @param reason of a decision, where one was taken or carried out
 * @param changes the fields that are different since
 */
record HistoryEntry(
    Instant at,
    LocalDate on,
    String type,
    String state,
    ActorV1 actor,
    @Nullable String reason,
    List<Change> changes) {

  private static final String OWNER = "ownerRef";
  private static final String OWNER_UNIT = "ownerUnit";

  /** All that is told of a person: that somebody is named. */
  private static final String STATED = "stated";

  /** A field, before and after. */
  record Change(String field, @Nullable Object from, @Nullable Object to) {}

  static HistoryEntry of(
      LoggedEvent event, WorkGroupEvent said, Map<String, Object> before, Map<String, Object> now) {
    List<Change> changes = changes(before, now);
    if (said instanceof WorkGroupOwnerChangedV1 && anotherPerson(before, now)) {
      changes.add(new Change(OWNER, STATED, STATED));
    }
    boolean decides = changes.stream().anyMatch(change -> change.field().startsWith("decision."));
    DecisionV1 decision = said.group().decision();
    return new HistoryEntry(
        event.at(),
        said.group().transitions().getLast().on(),
        event.type(),
        said.group().state(),
        said.actor(),
        decides && decision != null ? decision.reason() : null,
        changes);
  }

  /** What people see of a group, in this order. */
  static Map<String, Object> shown(WorkGroupV1 it) {
    Map<String, Object> shown = new LinkedHashMap<>();
    put(shown, "name", it.name());
    put(shown, "state", it.state());
    put(shown, "kind", it.kind());
    put(shown, "matterCode", it.matterCode());
    put(shown, "matterTitle", it.matterTitle());
    put(shown, "purpose", it.purpose());
    put(shown, OWNER_UNIT, it.ownerUnit());
    put(shown, OWNER, it.missing().contains(OWNER) ? null : STATED);
    put(shown, "filingNo", it.filingNo());
    put(shown, "filedOn", it.filedOn());
    put(shown, "filedName", it.filedName());
    put(shown, "createdOn", it.createdOn());
    put(shown, "validUntil", it.validUntil());
    put(shown, "taskCompletedOn", it.taskCompletedOn());
    put(shown, "approvalNo", it.approvalNo());
    put(shown, "approvedOn", it.approvedOn());
    put(shown, "memberCount", it.memberCount());
    put(shown, "confidence", it.confidence());
    DecisionV1 decision = it.decision();
    if (decision != null) {
      put(shown, "decision.kind", decision.kind());
      put(shown, "decision.reason", decision.reason());
      put(shown, "decision.dueOn", decision.dueOn());
      put(shown, "decision.mergeInto", decision.mergeInto());
      put(shown, "decision.executedOn", decision.executedOn());
      put(shown, "decision.restoreUntil", decision.restoreUntil());
      put(shown, "decision.withdrawnOn", decision.withdrawnOn());
    }
    return shown;
  }

  /**
   * Whoever it was, and is, stays untold; that it is another follows from the unit being the same.
   */
  private static boolean anotherPerson(Map<String, Object> before, Map<String, Object> now) {
    return before.containsKey(OWNER)
        && now.containsKey(OWNER)
        && Objects.equals(before.get(OWNER_UNIT), now.get(OWNER_UNIT));
  }

  private static List<Change> changes(Map<String, Object> before, Map<String, Object> now) {
    Set<String> fields = new LinkedHashSet<>(now.keySet());
    fields.addAll(before.keySet());
    List<Change> changes = new ArrayList<>();
    for (String field : fields) {
      if (!Objects.equals(before.get(field), now.get(field))) {
        changes.add(new Change(field, before.get(field), now.get(field)));
      }
    }
    return changes;
  }

  private static void put(Map<String, Object> shown, String field, @Nullable Object value) {
    if (value != null) {
      shown.put(field, value);
    }
  }
}
