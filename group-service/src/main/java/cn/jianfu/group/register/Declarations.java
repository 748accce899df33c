package cn.jianfu.group.register;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.workgroup.Followed;
import cn.jianfu.group.workgroup.GroupRequests.TakeDecision;
import cn.jianfu.group.workgroup.Order;
import cn.jianfu.group.workgroup.Orders;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import cn.jianfu.web.imports.RowFinding;
import cn.jianfu.web.imports.RowResult;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemException;
import cn.jianfu.web.security.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The orders that the rows of a plan stand for.
 *
 * @param rows the row of each order
 * @param notes why the decision of a row is none that its sender can take
 */
record Declarations(List<Order> orders, List<Integer> rows, Map<Integer, RowFinding> notes) {

  static Declarations of(ImportRecord record, Orders orders, Caller caller) {
    return of(
        record.plan(),
        orders,
        caller,
        new Sent(record.id(), record.bodyHash(), record.unit()),
        record.at());
  }

  /** Those of a plan that is not stored yet. */
  static Declarations of(
      List<PlannedRow> plan, Orders orders, Caller caller, ImportRequest request, Instant at) {
    return of(plan, orders, caller, new Sent(request.id(), request.bodyHash(), caller.unit()), at);
  }

  private static Declarations of(
      List<PlannedRow> plan, Orders orders, Caller caller, Sent sent, Instant at) {
    List<Order> all = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (PlannedRow row : plan) {
      GroupId id = GroupId.parse(row.groupId());
      all.add(orders.imported(caller, id, row.declaration(), sent.origin(row, "declared", at)));
      rows.add(row.row());
      if (row.filing() != null) {
        all.add(orders.file(caller, id, row.filing(), sent.origin(row, "filed", at)));
        rows.add(row.row());
      }
    }
    Map<Integer, RowFinding> notes = new HashMap<>();
    for (PlannedRow row : plan) {
      TakeDecision decision = row.decision();
      if (decision == null) {
        continue;
      }
      // After all groups are declared: one may be merged into another that a later row lists.
      try {
        GroupId id = GroupId.parse(row.groupId());
        all.add(orders.decide(caller, id, decision, sent.origin(row, "decided", at)));
        rows.add(row.row());
      } catch (ProblemException notForTheSender) {
        notes.put(row.row(), DecisionNotes.declined(decision.kind(), notForTheSender.problem()));
      }
    }
    return new Declarations(all, rows, notes);
  }

  /** The results of all rows, with what became of these orders. */
  List<RowResult> results(List<RowResult> decided, List<Followed> followed) {
    Map<Integer, RowResult> byRow = new HashMap<>();
    Map<Integer, List<RowFinding>> said = new HashMap<>();
    notes.forEach((row, note) -> said.put(row, List.of(note)));
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.get(i);
      if (orders.get(i).command() instanceof WorkGroupCommand.Decide decide) {
        said.put(
            row,
            followed.get(i).problem().stream()
                .map(why -> DecisionNotes.declined(decide.kind(), why))
                .toList());
        if (!followed.get(i).accepted()) {
          continue;
        }
      }
      byRow.merge(row, result(row, followed.get(i)), Declarations::weightier);
    }
    return decided.stream()
        .map(before -> {
          RowResult now = byRow.getOrDefault(before.row(), before);
          return withNotes(now, said.getOrDefault(before.row(), before.findings()));
        })
        .toList();
  }

  /** Of a row that is declined or asked about, that is what is to be told. */
  private static RowResult withNotes(RowResult now, List<RowFinding> notes) {
    return switch (now.outcome()) {
      case ACCEPTED, UNCHANGED -> now.saying(notes);
      case DECLINED, ASKED, SKIPPED -> now;
    };
  }

  /** What the rows have changed, now or when they were carried out first. */
  List<RowEffect> effects(List<Followed> followed) {
    Map<Integer, RowEffect> byRow = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.get(i);
      Long version = followed.get(i).version();
      if (version != null) {
        byRow.merge(row, new RowEffect(row, version, 1, followed.get(i).after()), RowEffect::then);
      }
    }
    return List.copyOf(byRow.values());
  }

  private static RowResult result(int row, Followed followed) {
    return followed
        .problem()
        .map(why -> RowResult.declined(row, List.of(finding(why))))
        .orElseGet(() -> followed.accepted() ? RowResult.accepted(row) : RowResult.unchanged(row));
  }

  private static RowFinding finding(Problem why) {
    return new RowFinding(null, "register.declined", Map.of("why", why.type().name()));
  }

  /** Of a row's declaration, filing and decision, what is to be told. */
  private static RowResult weightier(RowResult declared, RowResult filed) {
    return switch (declared.outcome()) {
      case DECLINED -> declared;
      case ACCEPTED, UNCHANGED, ASKED, SKIPPED ->
          switch (filed.outcome()) {
            case DECLINED, ACCEPTED -> filed;
            case UNCHANGED, ASKED, SKIPPED -> declared;
          };
    };
  }

  /** What makes the orders of an import the same when it is carried out again. */
  private record Sent(String id, String bodyHash, String unit) {

    Origin origin(PlannedRow row, String what, Instant at) {
      return new Origin(
          "import/" + id + "#" + row.row() + "/" + what, bodyHash, "/imports/" + unit, at);
    }
  }
}
