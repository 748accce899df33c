package cn.jianfu.web.imports;

import cn.jianfu.web.problem.Problems;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an import, row by row.
 *
 * @param applied whether accepted rows were stored
 * @param rows that were read, without the skipped ones
 * @param messages about rows that are not simply accepted, in the order of the file
 */
public record ImportReport(
    boolean dryRun,
    boolean atomic,
    boolean applied,
    int rows,
    int accepted,
    int unchanged,
    int declined,
    int asked,
    List<RowMessage> messages) {

  /**
   * One message.
   *
   * @param column letters as people see them; absent when the whole row is meant
   * @param answers to what is asked, where there are some to choose from; else absent
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RowMessage(
      int row,
      @Nullable String column,
      RowOutcome outcome,
      String code,
      String message,
      @Nullable List<RowAnswer> answers) {}

  public static ImportReport of(
      ImportMode mode, List<RowResult> results, Problems texts, @Nullable Locale locale) {
    int declined = count(results, RowOutcome.DECLINED);
    int asked = count(results, RowOutcome.ASKED);
    return new ImportReport(
        mode.dryRun(),
        mode.atomic(),
        applies(mode, results),
        results.size() - count(results, RowOutcome.SKIPPED),
        count(results, RowOutcome.ACCEPTED),
        count(results, RowOutcome.UNCHANGED),
        declined,
        asked,
        results.stream()
            .flatMap(row -> row.findings().stream().map(f -> message(row, f, texts, locale)))
            .toList());
  }

  /** Of an import that was begun: whatever stands against single rows, the others were stored. */
  public ImportReport carriedOut() {
    return new ImportReport(
        dryRun, atomic, true, rows, accepted, unchanged, declined, asked, messages);
  }

  /** The same numbers, without what was said about single rows. */
  public ImportReport withoutMessages() {
    return new ImportReport(
        dryRun, atomic, applied, rows, accepted, unchanged, declined, asked, List.of());
  }

  /** Whether accepted rows are to be stored: not in a dry run, and all or none when atomic. */
  public static boolean applies(ImportMode mode, List<RowResult> results) {
    var allGood = count(results, RowOutcome.DECLINED) == 0 && count(results, RowOutcome.ASKED) == 0;
    return !mode.dryRun() && (allGood || !mode.atomic());
  }

  private static int count(List<RowResult> results, RowOutcome outcome) {
    return (int) results.stream().filter(row -> row.outcome() == outcome).count();
  }

  private static RowMessage message(
      RowResult row, RowFinding finding, Problems texts, @Nullable Locale locale) {
    var column = finding.column() == null ? null : Columns.lettersOf(finding.column());
    var message = texts.message(finding.code(), finding.values(), locale);
    var answers = finding.answers().isEmpty() ? null : finding.answers();
    return new RowMessage(row.row(), column, row.outcome(), finding.code(), message, answers);
  }
}
