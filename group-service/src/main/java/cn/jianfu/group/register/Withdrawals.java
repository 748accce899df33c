package cn.jianfu.group.register;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.workgroup.FormerGroup;
import cn.jianfu.group.workgroup.Order;
import cn.jianfu.group.workgroup.Orders;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.imports.RowResult;
import cn.jianfu.web.security.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The orders that take back what the rows of an import have changed.
 *
 * @param rows the row of each order
 * @param impossible what stands against rows of which it is not known any more what was before
 *     them: somebody else changed the group while the import was carried out, or the owner whom it
 *     had is forgotten
 */
record Withdrawals(List<Order> orders, List<PlannedRow> rows, List<RowResult> impossible) {

  /**
   * @param present the groups as they are
   */
  static Withdrawals of(
      ImportRecord record, Map<String, Stored<WorkGroup>> present, Orders orders, Caller caller) {
    Map<Integer, PlannedRow> plan =
        record.plan().stream().collect(Collectors.toMap(PlannedRow::row, Function.identity()));
    List<Order> all = new ArrayList<>();
    List<PlannedRow> rows = new ArrayList<>();
    List<RowResult> impossible = new ArrayList<>();
    for (RowEffect effect : Objects.requireNonNull(record.effects(), "is applied")) {
      PlannedRow row = Objects.requireNonNull(plan.get(effect.row()));
      FormerGroup former = stillKnown(row, effect);
      if (former == null) {
        impossible.add(InTheWay.changed(row));
      } else if (row.isOwnerGone()) {
        impossible.add(InTheWay.of(row, InTheWay.OWNER_GONE));
      } else {
        GroupId id = GroupId.parse(row.groupId());
        all.add(
            orders
                .withdrawDeclaration(caller, id, former, row.decision(), origin(record, row))
                .expecting(expected(former, effect, present.get(row.groupId()))));
        rows.add(row);
      }
    }
    return new Withdrawals(all, rows, impossible);
  }

  Withdrawals only(Set<Integer> wanted) {
    List<Integer> places =
        IntStream.range(0, rows.size())
            .filter(i -> wanted.contains(rows.get(i).row()))
            .boxed()
            .toList();
    return new Withdrawals(
        places.stream().map(orders::get).toList(),
        places.stream().map(rows::get).toList(),
        List.of());
  }

  /**
   * The version that the row led to, or the present one of a group that is again as the row left
   * it, because what was decided about it since was withdrawn; or that is withdrawn already.
   */
  private static long expected(
      FormerGroup former, RowEffect effect, @Nullable Stored<WorkGroup> now) {
    FormerGroup after = effect.after();
    WorkGroup left = after == null ? null : after.group();
    boolean isAsLeft = now != null && left != null && now.state().isAgain(left);
    return now != null && (isAsLeft || isGone(former, now.state()))
        ? now.version()
        : effect.version();
  }

  private static boolean isGone(FormerGroup former, WorkGroup now) {
    return former.group() == null && now instanceof WorkGroup.Withdrawn;
  }

  private static @Nullable FormerGroup stillKnown(PlannedRow row, RowEffect effect) {
    FormerGroup former = row.former();
    boolean nobodyBetween = former != null && former.version() + effect.steps() == effect.version();
    return nobodyBetween ? former : null;
  }

  /** What makes it the same when it is carried out again. */
  private static Origin origin(ImportRecord record, PlannedRow row) {
    return new Origin(
        "import/" + record.id() + "#" + row.row() + "/undone",
        record.bodyHash(),
        "/imports/" + record.unit(),
        null);
  }
}
