package cn.jianfu.group.register;

import cn.jianfu.web.imports.ImportMode;
import cn.jianfu.web.imports.ImportReport;
import cn.jianfu.web.imports.RowFinding;
import cn.jianfu.web.imports.RowOutcome;
import cn.jianfu.web.imports.RowResult;
import cn.jianfu.web.problem.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import as its sender sees it.
 *
 * @param questions columns that were not read until somebody says what they are
 * @param groups which row became which group
 */
record ImportView(
    String id,
    String unit,
    String state,
    ImportReport report,
    List<ImportDocument.ReadColumn> columns,
    List<Question> questions,
    List<Group> groups) {

  /** Something that only a person can tell. */
  record Question(String about, String code, String message, List<String> choices) {}

  /** A row's group. */
  record Group(int row, String groupId, String name) {}

  static ImportView of(ImportDocument it, Problems texts, @Nullable Locale locale) {
    ImportMode mode = new ImportMode(it.dryRun(), it.atomic());
    ImportReport report = ImportReport.of(mode, results(it), texts, locale);
    return new ImportView(
        it.id(),
        it.unit(),
        it.state(),
        it.state().equals(ImportDocument.REJECTED) ? notApplied(report) : report,
        it.columns(),
        it.columnQuestions().stream()
            .map(
                said ->
                    new Question(
                        said.seen(),
                        said.code(),
                        texts.message(said.code(), values(said), locale),
                        said.choices()))
            .toList(),
        it.rows().stream()
            .filter(row -> row.groupId() != null)
            .map(row -> new Group(row.row(), String.valueOf(row.groupId()), row.name()))
            .toList());
  }

  static List<RowResult> results(ImportDocument it) {
    return it.rows().stream().map(ImportView::result).toList();
  }

  private static RowResult result(PlannedRow row) {
    return new RowResult(
        row.row(),
        RowOutcome.valueOf(row.outcome()),
        row.findings().stream()
            .map(said -> new RowFinding(said.column(), said.code(), values(said)))
            .toList());
  }

  private static Map<String, ?> values(PlannedRow.Said said) {
    return Map.of("seen", said.seen(), "choices", String.join("、", said.choices()));
  }

  private static ImportReport notApplied(ImportReport it) {
    return new ImportReport(
        it.dryRun(),
        it.atomic(),
        false,
        it.rows(),
        it.accepted(),
        it.unchanged(),
        it.declined(),
        it.asked(),
        it.messages());
  }
}
