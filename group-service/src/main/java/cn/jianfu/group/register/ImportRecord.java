package cn.jianfu.group.register;

import cn.jianfu.web.imports.ImportMode;
import cn.jianfu.web.imports.ImportReport;
import cn.jianfu.web.imports.RowFinding;
import cn.jianfu.web.imports.RowResult;
import cn.jianfu.web.security.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is kept: its plan, who asked for it, and how far it, or its undo, has come.
 *
 * @param bodyHash of what was sent: the same key with another file is refused
 * @param state CHECKED (nothing to apply), PLANNED, APPLIED, UNDOING or UNDONE
 * @param issuer of the caller, with {@code subject}, {@code roles} and {@code unit}
 * @param plan rows that are declared, or would be
 * @param results of every row, as they were decided
 * @param language of the words in the report
 * @param report as it was answered
 * @param questions about columns
 * @param effects what the rows have changed; null until it is applied
 * @param answers how much somebody had to say about the sheet; null as before it was kept
 * @param undo null until somebody takes it back
 * @param notes about columns; null as before they were kept
 * @param forgotten null while nobody was taken out of it
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
    List<RegisterPlan.ColumnQuestion> questions,
    @Nullable List<RowEffect> effects,
    @Nullable Integer answers,
    @Nullable ImportUndo undo,
    @Nullable List<ColumnNote> notes,
    @Nullable ForgottenPeople forgotten) {

  enum State {
    CHECKED,
    PLANNED,
    APPLIED,
    UNDOING,
    UNDONE
  }

  ImportRecord applied(ImportReport now, List<RowResult> after, List<RowEffect> changed) {
    return with(State.APPLIED, plan, after, now, changed, null, forgotten);
  }

  /** Without a person, or some of what was said of it. */
  ImportRecord forgetting(List<PlannedRow> rows, @Nullable List<RowEffect> changed) {
    return rows.equals(plan) && Objects.equals(changed, effects)
        ? this
        : with(state, rows, results, report, changed, undo, ForgottenPeople.oneMore(forgotten));
  }

  /**
   * Without anybody whom the register names: the owners, and whatever of the sheet is quoted in
   * what was said about its rows.
   */
  ImportRecord forgettingEverybody(LocalDate on, int afterDays) {
    return with(
        state,
        plan.stream().map(PlannedRow::forgettingOwners).toList(),
        results.stream().map(ImportRecord::unquoted).toList(),
        report.withoutMessages(),
        effects == null ? null : effects.stream().map(RowEffect::forgettingOwners).toList(),
        undo,
        ForgottenPeople.oneMore(forgotten).all(on, afterDays));
  }

  private static RowResult unquoted(RowResult row) {
    return row.saying(
        row.findings().stream()
            .map(it -> new RowFinding(it.column(), it.code(), Map.of()))
            .toList());
  }

  /** Whether time has taken out of it everybody whom the register named. */
  boolean namesNobody() {
    return forgotten != null && forgotten.allOn() != null;
  }

  /** Whether it, or its undo, is still to be carried out. */
  boolean isUnderWay() {
    return state == State.PLANNED || state == State.UNDOING;
  }

  ImportRecord undoing(ImportUndo asked) {
    return with(State.UNDOING, plan, results, report, effects, asked, forgotten);
  }

  ImportRecord undone(ImportUndo done) {
    return with(State.UNDONE, plan, results, report, effects, done, forgotten);
  }

  /** What may change of an import; who sent what, and when, stays. */
  private ImportRecord with(
      State next,
      List<PlannedRow> rows,
      List<RowResult> after,
      ImportReport now,
      @Nullable List<RowEffect> changed,
      @Nullable ImportUndo asked,
      @Nullable ForgottenPeople without) {
    return new ImportRecord(
        id, bodyHash, next, at, issuer, subject, roles, unit, rows, after, language, now, questions,
        changed, answers, asked, notes, without);
  }

  /** When the latest that was asked was asked. */
  Instant askedAt() {
    return undo == null ? at : undo.at();
  }

  Caller caller() {
    return new Caller(issuer, subject, roles, unit, null);
  }

  ImportMode mode() {
    return new ImportMode(report.dryRun(), report.atomic());
  }

  Locale locale() {
    return Locale.forLanguageTag(language);
  }
}
