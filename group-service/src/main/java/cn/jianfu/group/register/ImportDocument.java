package cn.jianfu.group.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An import: the whole plan in one document, applied forward to the end; public because the codec
 * reads it.
 *
 * @param state DRY_RUN, REJECTED, APPLYING or DONE
 * @param on the day on which it was sent, in the district
 */
public record ImportDocument(
    @BsonId String id,
    String unit,
    By by,
    Instant at,
    LocalDate on,
    boolean dryRun,
    boolean atomic,
    String state,
    List<ReadColumn> columns,
    List<PlannedRow.Said> columnQuestions,
    int headerRow,
    int skipped,
    List<PlannedRow> rows) {

  static final String DRY_RUN = "DRY_RUN";
  static final String REJECTED = "REJECTED";
  static final String APPLYING = "APPLYING";
  static final String DONE = "DONE";

  /** A column, and the field that it was read as; null when it was not read. */
  public record ReadColumn(String letter, String heading, @Nullable String field, boolean asked) {}

  /** Who sent it. */
  public record By(String issuer, String subject, String role, String unit) {}

  ImportDocument in(String other, List<PlannedRow> outcome) {
    return new ImportDocument(
        id, unit, by, at, on, dryRun, atomic, other, columns, columnQuestions, headerRow, skipped,
        outcome);
  }

  boolean isOpen() {
    return state.equals(APPLYING);
  }
}
