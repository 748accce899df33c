package cn.jianfu.web.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty XLSX file to fill in. */
public final class TemplateFile {

  private static final String PROGRAM = "jianfu";
  private static final String REQUIRED_FILL = "FFF2CC";
  private static final String OPTIONAL_FILL = "E7E6E6";
  private static final int ROWS_WITH_CHOICES = 5_000;

  private TemplateFile() {}

  /** A sheet with headings, hints and lists of choices, and with examples below if there are. */
  public static byte[] write(
      String sheetName, List<TemplateColumn> columns, List<List<String>> examples) {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, PROGRAM, "1.0")) {
      var sheet = workbook.newWorksheet(sheetName);
      sheet.freezePane(0, 1);
      for (int c = 0; c < columns.size(); c++) {
        heading(sheet, c, columns.get(c));
      }
      for (int r = 0; r < examples.size(); r++) {
        example(sheet, r + 1, examples.get(r));
      }
      choices(workbook, sheet, columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void heading(Worksheet sheet, int column, TemplateColumn about) {
    sheet.width(column, about.width());
    sheet.value(0, column, about.heading());
    sheet
        .style(0, column)
        .bold()
        .wrapText(true)
        .fillColor(about.required() ? REQUIRED_FILL : OPTIONAL_FILL)
        .borderStyle("thin")
        .set();
    if (!about.hint().isEmpty()) {
      sheet.comment(0, column, about.hint());
    }
  }

  private static void example(Worksheet sheet, int row, List<String> values) {
    for (int c = 0; c < values.size(); c++) {
      sheet.value(row, c, values.get(c));
      sheet.style(row, c).italic().fontColor("7F7F7F").set();
    }
  }

  private static void choices(Workbook workbook, Worksheet sheet, List<TemplateColumn> columns) {
    if (columns.stream().allMatch(column -> column.choices().isEmpty())) {
      return;
    }
    var lists = workbook.newWorksheet("choices");
    lists.setVisibilityState(VisibilityState.HIDDEN);
    for (int c = 0; c < columns.size(); c++) {
      var choices = columns.get(c).choices();
      for (int r = 0; r < choices.size(); r++) {
        lists.value(r, c, choices.get(r));
      }
      if (!choices.isEmpty()) {
        sheet
            .range(1, c, ROWS_WITH_CHOICES, c)
            .validateWithList(lists.range(0, c, choices.size() - 1, c));
      }
    }
  }
}
