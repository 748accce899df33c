package cn.jianfu.group.register;

import cn.jianfu.group.register.RegisterPlan.ColumnQuestion;
import cn.jianfu.web.imports.RowResult;
import java.util.List;

/**
 * A register that was read, before it is clear which groups it means.
 *
 * @param headingRow row with the headings, from 1
 * @param questions about columns
 * @param rows that were understood
 * @param results of every row that lists a group, in the order of the sheet
 */
record ListedGroups(
    int headingRow, List<ColumnQuestion> questions, List<ListedRow> rows, List<RowResult> results) {

  RegisterPlan planned(List<PlannedRow> planned, List<RowResult> now) {
    return new RegisterPlan(headingRow, questions, planned, now);
  }
}
