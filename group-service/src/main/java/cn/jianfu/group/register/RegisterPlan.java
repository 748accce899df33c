package cn.jianfu.group.register;

import cn.jianfu.group.workgroup.FormerGroup;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.imports.RowOutcome;
import cn.jianfu.web.imports.RowResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a register asks for as a whole, decided before anything is stored.
 *
 * @param headingRow row with the headings, from 1
 * @param questions about columns
 * @param results of every row that lists a group, in the order of the sheet
 */
record RegisterPlan(
    int headingRow,
    List<ColumnQuestion> questions,
    List<PlannedRow> rows,
    List<RowResult> results) {

  RegisterPlan with(List<RowResult> others) {
    return new RegisterPlan(headingRow, questions, rows, others);
  }

  RegisterPlan of(List<PlannedRow> others) {
    return new RegisterPlan(headingRow, questions, others, results);
  }

  /** What is declined already is not asked for again when the plan is carried out. */
  RegisterPlan withoutDeclined() {
    Set<Integer> declined =
        results.stream()
            .filter(row -> row.outcome() == RowOutcome.DECLINED)
            .map(RowResult::row)
            .collect(Collectors.toSet());
    return of(rows.stream().filter(row -> !declined.contains(row.row())).toList());
  }

  /** With each group as it is before the rows that are to change it. */
  RegisterPlan after(Map<String, Stored<WorkGroup>> known) {
    Set<Integer> changing =
        results.stream()
            .filter(row -> row.outcome() == RowOutcome.ACCEPTED)
            .map(RowResult::row)
            .collect(Collectors.toSet());
    List<PlannedRow> before =
        rows.stream()
            .map(row ->
                changing.contains(row.row())
                    ? row.after(FormerGroup.of(known.get(row.groupId())))
                    : row)
            .toList();
    return new RegisterPlan(headingRow, questions, before, results);
  }

  /**
   * A column that is not read until somebody says what it is.
   *
   * @param choices fields that it could be
   */
  record ColumnQuestion(String column, String heading, String code, List<String> choices) {}
}
