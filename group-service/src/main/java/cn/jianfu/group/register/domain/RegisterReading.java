package cn.jianfu.group.register.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was understood of a sheet. */
public sealed interface RegisterReading {

  /** No row of headings with a group name was found, or there are too many rows or columns. */
  record NotARegister(String code) implements RegisterReading {}

  /**
   * A register.
   *
   * @param titles the texts above the headings
   * @param reportingUnit what the title rows give as 填报单位; a hint for rows without a unit
   * @param columnQuestions columns that somebody has to tell about first
   * @param notKept columns that say something of which nothing is kept
   * @param rows in the order of the sheet, without the skipped ones
   */
  record Read(
      List<String> titles,
      @Nullable String reportingUnit,
      int headerRow,
      List<Column> columns,
      List<Remark> columnQuestions,
      List<NotKept> notKept,
      List<RowResult> rows,
      List<Skipped> skipped)
      implements RegisterReading {

    public Read {
      titles = List.copyOf(titles);
      columns = List.copyOf(columns);
      columnQuestions = List.copyOf(columnQuestions);
      notKept = List.copyOf(notKept);
      rows = List.copyOf(rows);
      skipped = List.copyOf(skipped);
    }

    /** The groups that are clear. */
    public List<RegisterRow> understood() {
      return rows.stream()
          .<RegisterRow>mapMulti((row, clear) -> {
            if (row instanceof RowResult.Understood(RegisterRow group)) {
              clear.accept(group);
            }
          })
          .toList();
    }

    /** Whether nothing is asked and nothing refused. */
    public boolean isClear() {
      return columnQuestions.isEmpty() && understood().size() == rows.size();
    }
  }

  /** A column of the sheet, by its letter. */
  record Column(String letter, String heading, ColumnUse use) {}

  /** A column that is understood, and what it says is not kept. */
  record NotKept(String letter, String heading, RegisterField field) {}

  /** A row that lists no group. */
  record Skipped(int row, Why why) {}

  /** Why a row lists no group. */
  enum Why {
    BLANK,
    TOTAL,
    REPEATED_HEADING,
    FOOTNOTE,
    EXAMPLE,
    /** The console's own table says of it that nobody has declared it. */
    OBSERVED,
    SAID_SO
  }
}
