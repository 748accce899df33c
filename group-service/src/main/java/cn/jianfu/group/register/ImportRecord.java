package cn.jianfu.group.register;

import cn.jianfu.web.imports.ImportMode;
import cn.jianfu.web.imports.ImportReport;
import cn.jianfu.web.imports.RowResult;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An import as it is kept: its plan, who asked for it, and how far it has come.
 *
 * @param bodyHash of what was sent: the same key with another file is refused
 * @param state CHECKED (nothing to apply), PLANNED or APPLIED
 * @param issuer of the caller, with {@code subject}, {@code roles} and {@code unit}
 * @param plan rows that are declared, or would be
 * @param results of every row, as they were decided
 * @param language of the words in the report
 * @param report as it was answered
 * @param questions about columns
 */
record ImportRecord(
    String id,
    String bodyHash,
    State state,
    Instant at,
    String issuer,
    String subject,
    Set<String> roles,
    String unit,
    List<PlannedRow> plan,
    List<RowResult> results,
    String language,
    ImportReport report,
    List<RegisterPlan.ColumnQuestion> questions) {

  enum State {
    CHECKED,
    PLANNED,
    APPLIED
  }

  ImportRecord applied(ImportReport now) {
    return new ImportRecord(
        id,
        bodyHash,
        State.APPLIED,
        at,
        issuer,
        subject,
        roles,
        unit,
        plan,
        results,
        language,
        now,
        questions);
  }

  ImportMode mode() {
    return new ImportMode(report.dryRun(), report.atomic());
  }

  Locale locale() {
    return Locale.forLanguageTag(language);
  }
}
