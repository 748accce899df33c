package cn.jianfu.web.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The uploaded sheet again as XLSX, with what needs correction marked: the cells are coloured and
 * commented, and a last column says it in words. Filled in correctly, it can be uploaded as it is.
 */
public final class CorrectionFile {

  private static final String PROGRAM = "jianfu";
  private static final String ROW_FILL = "FFF2CC";
  private static final String CELL_FILL = "F8CBAD";
  private static final double WORDS_WIDTH = 60;

  private final Sheet original;
  private final Map<Integer, List<RowFinding>> findings;
  private final Function<RowFinding, String> words;

  private CorrectionFile(
      Sheet original, List<RowResult> results, Function<RowFinding, String> words) {
    this.original = original;
    this.words = words;
    this.findings = new HashMap<>();
    for (var result : results) {
      if (!result.findings().isEmpty()) {
        findings.put(result.row(), result.findings());
      }
    }
  }

  /**
   * Writes the file.
   *
   * @param headingRow row with the headings, as people see it, from 1
   * @param wordsHeading heading of the column with the explanations
   */
  public static byte[] write(
      Sheet original,
      List<RowResult> results,
      int headingRow,
      String wordsHeading,
      Function<RowFinding, String> words) {
    return new CorrectionFile(original, results, words).write(headingRow, wordsHeading);
  }

  private byte[] write(int headingRow, String wordsHeading) {
    int columns = original.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, PROGRAM, "1.0")) {
      var sheet = workbook.newWorksheet(original.name());
      sheet.width(columns, WORDS_WIDTH);
      for (var row : original.rows()) {
        write(sheet, row, columns);
      }
      if (headingRow > 0) {
        sheet.value(headingRow - 1, columns, wordsHeading);
        sheet.style(headingRow - 1, columns).bold().set();
      }
      for (var region : original.merged()) {
        merge(sheet, region);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void write(Worksheet sheet, SheetRow row, int wordsColumn) {
    int r = row.number() - 1;
    var wrong = findings.getOrDefault(row.number(), List.of());
    for (int c = 0; c < row.cells().size(); c++) {
      write(sheet, r, c, row.cells().get(c));
      if (!wrong.isEmpty()) {
        sheet.style(r, c).fillColor(ROW_FILL).set();
      }
    }
    if (row.hidden()) {
      sheet.hideRow(r);
    }
    mark(sheet, r, wrong);
    if (!wrong.isEmpty()) {
      var all = wrong.stream().map(words).distinct().collect(Collectors.joining("；"));
      sheet.value(r, wordsColumn, all);
      sheet.style(r, wordsColumn).wrapText(true).fillColor(ROW_FILL).set();
    }
  }

  private void mark(Worksheet sheet, int row, List<RowFinding> wrong) {
    var byColumn = new HashMap<Integer, String>();
    for (var finding : wrong) {
      if (finding.column() != null) {
        byColumn.merge(finding.column(), words.apply(finding), (a, b) -> a + "\n" + b);
      }
    }
    byColumn.forEach((column, text) -> {
      sheet.style(row, column).fillColor(CELL_FILL).set();
      sheet.comment(row, column, text);
    });
  }

  private static void write(Worksheet sheet, int row, int column, SheetCell cell) {
    switch (cell) {
      case SheetCell.Text text -> sheet.value(row, column, text.value());
      case SheetCell.Truth truth -> sheet.value(row, column, truth.value());
      case SheetCell.Failed failed -> sheet.value(row, column, failed.error());
      case SheetCell.Blank _ -> {}
      case SheetCell.Numeric number -> {
        sheet.value(row, column, number.value());
        if (number.dateStyle()) {
          sheet.style(row, column).format("yyyy-mm-dd").set();
        }
      }
    }
  }

  private static void merge(Worksheet sheet, MergedRegion region) {
    sheet
        .range(
            region.firstRow() - 1, region.firstColumn(), region.lastRow() - 1, region.lastColumn())
        .merge();
  }
}
