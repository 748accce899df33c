package cn.jianfu.group.register;

import cn.jianfu.web.imports.RowResult;
import java.util.List;

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

  /**
   * A column that is not read until somebody says what it is.
   *
   * @param choices fields that it could be
   */
  record ColumnQuestion(String column, String heading, String code, List<String> choices) {}
}
