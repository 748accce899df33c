package cn.jianfu.report.group;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import of a register, as group-service answers it.
 *
 * @param state CHECKED (nothing was to be declared), PLANNED (under way), APPLIED, UNDOING (being
 *     taken back) or UNDONE
 * @param questions columns that are not read until somebody says what they are
 * @param notes columns that are understood, and of which nothing is kept
 * @param undo what became, or would become, of each row that had changed something; null until
 *     somebody asks for it
 * @param peopleForgotten since when nobody whom the register names is known any more
 */
public record RegisterImport(
    String id,
    String state,
    Instant at,
    Report report,
    Listed listed,
    List<ColumnQuestion> questions,
    @Nullable List<ColumnNote> notes,
    @Nullable Report undo,
    @Nullable LocalDate peopleForgotten) {

  /**
   * Row by row.
   *
   * @param applied whether the rows that stand were stored
   * @param messages about rows that are not simply accepted, in the order of the file
   */
  public record Report(
      boolean dryRun,
      boolean atomic,
      boolean applied,
      int rows,
      int accepted,
      int unchanged,
      int declined,
      int asked,
      List<Message> messages) {}

  /**
   * What is said about a row.
   *
   * @param row as people see it, from 1
   * @param column letters; null when the whole row is meant
   * @param outcome ACCEPTED, UNCHANGED, DECLINED, ASKED or SKIPPED
   * @param answers to what is asked, where there are some to choose from; else null
   */
  public record Message(
      int row,
      @Nullable String column,
      String outcome,
      String code,
      String message,
      @Nullable List<Answer> answers) {}

  /**
   * One of the answers.
   *
   * @param label empty of {@code NEW}, a new group
   */
  public record Answer(String value, String label) {}

  /** What the rows that stand come to, or would come to. */
  public record Listed(int created, int changed, int unchanged, int decided, int skipped) {}

  /** A column whose meaning is asked for. */
  public record ColumnQuestion(String column, String heading, String code) {}

  /** Why nothing of a column is kept. */
  public record ColumnNote(String column, String heading, String code, String message) {}
}
