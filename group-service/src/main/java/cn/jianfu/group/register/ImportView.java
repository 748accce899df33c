package cn.jianfu.group.register;

import cn.jianfu.web.imports.ImportReport;
import java.time.Instant;
import java.util.List;

/**
 * The answer to an import.
 *
 * @param state CHECKED (nothing was to be declared), PLANNED (under way) or APPLIED
 * @param corrections where the file with the marked rows is
 */
record ImportView(
    String id,
    String state,
    Instant at,
    ImportReport report,
    List<RegisterPlan.ColumnQuestion> questions,
    String corrections) {

  static ImportView of(ImportRecord record) {
    return new ImportView(
        record.id(),
        record.state().name(),
        record.at(),
        record.report(),
        record.questions(),
        "/api/v1/imports/" + record.id() + "/errors.xlsx");
  }
}
