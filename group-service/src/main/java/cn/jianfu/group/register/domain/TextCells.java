package cn.jianfu.group.register.domain;

import java.math.BigDecimal;

/** Names, purposes and numbers that are only names. */
final class TextCells {

  /** A spreadsheet keeps fifteen digits of a number; longer ids have lost their end. */
  private static final int KEPT_DIGITS = 15;

  private TextCells() {}

  static Reading<String> read(CellValue cell, int longest) {
    return switch (cell) {
      case CellValue.Blank() -> Reading.nothing();
      case CellValue.Failed _ -> Reading.wrong("register.cell-error");
      case CellValue.Truth _ -> Reading.unclear("register.value-unexpected");
      case CellValue.Numeric(BigDecimal number) when digits(number) > KEPT_DIGITS ->
          Reading.unclear("register.number-lost-digits");
      case CellValue.Text _, CellValue.Numeric _, CellValue.Day _ -> read(cell.shown(), longest);
    };
  }

  private static Reading<String> read(String shown, int longest) {
    String text = shown(PlainText.tidy(shown));
    if (PlainText.saysNothing(text)) {
      return Reading.nothing();
    }
    return text.codePointCount(0, text.length()) > longest
        ? Reading.wrong("register.text-too-long")
        : Reading.clear(text);
  }

  /**
   * Tables for spreadsheets put a sign before what would be computed; it is no part of the text.
   */
  private static String shown(String text) {
    return text.matches("'[=+\\-@].*") ? text.substring(1) : text;
  }

  private static int digits(BigDecimal number) {
    return PlainText.of(number.abs()).replace(".", "").length();
  }
}
