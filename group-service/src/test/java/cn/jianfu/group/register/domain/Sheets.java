package cn.jianfu.group.register.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Sheets drawn as lines with bars: {@code #5} is a number, {@code @2026-03-01} a date cell. */
final class Sheets {

  static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

  private Sheets() {}

  static Sheet sheet(String... lines) {
    List<SheetRow> rows = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      rows.add(new SheetRow(i + 1, cells(lines[i])));
    }
    return new Sheet(rows, List.of());
  }

  static Sheet merging(Sheet sheet, MergedRegion... merged) {
    return new Sheet(sheet.rows(), List.of(merged));
  }

  static RegisterReading.Read read(Sheet sheet) {
    return read(sheet, Answers.NONE);
  }

  static RegisterReading.Read read(Sheet sheet, Answers answers) {
    return (RegisterReading.Read) RegisterReader.read(sheet, answers, TODAY);
  }

  static RegisterReading.Read read(String... lines) {
    return read(sheet(lines));
  }

  /** The remarks of all rows as {@code row column code}. */
  static List<String> remarks(RegisterReading.Read read) {
    return read.rows().stream()
        .flatMap(row ->
            switch (row) {
              case RowResult.Understood _ -> Stream.<String>empty();
              case RowResult.Question(int number, List<Remark> remarks) ->
                  remarks.stream().map(r -> said("?", number, r));
              case RowResult.Rejected(int number, List<Remark> remarks) ->
                  remarks.stream().map(r -> said("!", number, r));
            })
        .toList();
  }

  private static String said(String kind, int row, Remark remark) {
    return kind + row + remark.column() + " " + remark.code().replace("register.", "");
  }

  static List<CellValue> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).map(Sheets::cell).toList();
  }

  static CellValue cell(String text) {
    if (text.isEmpty()) {
      return new CellValue.Blank();
    }
    return switch (text.charAt(0)) {
      case '#' -> new CellValue.Numeric(new BigDecimal(text.substring(1)));
      case '@' -> new CellValue.Day(LocalDate.parse(text.substring(1)));
      case '!' -> new CellValue.Failed(text.substring(1));
      default -> new CellValue.Text(text);
    };
  }
}
