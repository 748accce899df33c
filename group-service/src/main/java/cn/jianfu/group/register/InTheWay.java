package cn.jianfu.group.register;

import cn.jianfu.group.workgroup.Followed;
import cn.jianfu.group.workgroup.FormerGroup;
import cn.jianfu.group.workgroup.GroupRequests.FileGroup;
import cn.jianfu.group.workgroup.Orders;
import cn.jianfu.group.workgroup.domain.CleanupDecision;
import cn.jianfu.group.workgroup.domain.Filing;
import cn.jianfu.group.workgroup.domain.Refusal;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.web.imports.RowFinding;
import cn.jianfu.web.imports.RowResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was built on a row of an import, in words. */
final class InTheWay {

  static final String ANSWERED = "register.undo-answered";
  private static final String MERGE_TARGET = "register.undo-merge-target";
  static final String OWNER_GONE = "register.undo-owner-gone";
  private static final String CHANGED = "register.undo-changed";

  private InTheWay() {}

  static RowResult of(PlannedRow row, String code) {
    return RowResult.declined(
        row.row(), List.of(new RowFinding(null, code, Map.of("name", row.declaration().name()))));
  }

  /** Why the group is not withdrawn. */
  static RowResult of(PlannedRow row, Followed declined) {
    if (declined.isDeclinedFor(Refusal.FINDING_CONFIRMED)) {
      return of(row, "register.undo-confirmed");
    }
    return of(
        row,
        declined.isDeclinedFor(Refusal.DAY_MISSED) ? "register.undo-day-missed" : MERGE_TARGET);
  }

  static RowResult changed(PlannedRow row) {
    return of(row, CHANGED);
  }

  /** What somebody has made of the group since. */
  static RowResult madeOf(PlannedRow row, WorkGroup now) {
    FormerGroup kept = row.former();
    WorkGroup former = kept == null ? null : kept.group();
    CleanupDecision decided = former == null ? null : former.decision();
    LocalDate used = former == null ? null : former.profile().usedSince();
    if (!CleanupDecision.isAgain(now.decision(), decided) && !isOf(row, now.decision())) {
      return of(row, "register.undo-decided");
    }
    if (!Objects.equals(now.profile().usedSince(), used)) {
      return of(row, "register.undo-in-use");
    }
    return isFiledSince(row, former, now.profile().filing())
        ? of(row, "register.undo-filed")
        : changed(row);
  }

  private static boolean isOf(PlannedRow row, @Nullable CleanupDecision decision) {
    return row.decision() != null && Orders.said(row.decision()).is(decision);
  }

  /** Under a number, or a name, that neither the row nor anybody before it had filed. */
  private static boolean isFiledSince(
      PlannedRow row, @Nullable WorkGroup former, @Nullable Filing now) {
    Filing before = former == null ? null : former.profile().filing();
    FileGroup said = row.filing();
    String known = before == null ? null : before.number();
    if (now == null || !now.number().equals(said == null ? known : said.filingNo().strip())) {
      return now != null || known != null || said != null;
    }
    boolean isOfTheRow = said != null && now.isNamed(row.declaration().name());
    return !isOfTheRow && !(before != null && now.isNamed(before.name()));
  }
}
