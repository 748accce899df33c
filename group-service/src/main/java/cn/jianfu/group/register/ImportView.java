package cn.jianfu.group.register;

import cn.jianfu.web.imports.ImportReport;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an import.
 *
 * @param state CHECKED (nothing was to be declared), PLANNED (under way), APPLIED, UNDOING (being
 *     taken back) or UNDONE
 * @param listed the rows that stand: new, changed or as they were
 * @param notes columns that are understood, and of which nothing is kept, with the reason
 * @param corrections where the file with the marked rows is
 * @param undo what became, or would become, of each row that had changed something; absent until
 *     somebody asks for it
 * @param peopleForgotten since when nobody whom the register names is known any more, and the
 *     marked file is deleted; absent until then
 */
record ImportView(
    String id,
    String state,
    Instant at,
    ImportReport report,
    ImportedRows listed,
    List<RegisterPlan.ColumnQuestion> questions,
    List<ColumnNote> notes,
    String corrections,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ImportReport undo,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate peopleForgotten) {

  static ImportView of(ImportRecord record) {
    ImportUndo undo = record.undo();
    return of(record, undo == null ? null : undo.report());
  }

  static ImportView of(ImportRecord record, @Nullable ImportReport undo) {
    return new ImportView(
        record.id(),
        record.state().name(),
        record.at(),
        record.report(),
        ImportedRows.of(record),
        record.questions(),
        record.notes() == null ? List.of() : record.notes(),
        "/api/v1/imports/" + record.id() + "/errors.xlsx",
        undo,
        record.forgotten() == null ? null : record.forgotten().allOn());
  }
}
