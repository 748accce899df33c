package cn.jianfu.group.register.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a cell of a spreadsheet holds. */
public sealed interface CellValue {

  record Text(String text) implements CellValue {}

  /**
   * A number without a date format; in a date column it may be a serial number of the 1900 system.
   */
  record Numeric(BigDecimal number) implements CellValue {}

  /** A cell that is formatted as a date. */
  record Day(LocalDate day) implements CellValue {}

  record Truth(boolean truth) implements CellValue {}

  record Blank() implements CellValue {}

  /** A formula that failed, such as #REF!. */
  record Failed(String code) implements CellValue {}

  /** The cell as a person would read it. */
  default String shown() {
    return switch (this) {
      case Text(String text) -> text;
      case Numeric(BigDecimal number) -> PlainText.of(number);
      case Day(LocalDate day) -> day.toString();
      case Truth(boolean truth) -> Boolean.toString(truth);
      case Blank() -> "";
      case Failed(String code) -> code;
    };
  }
}
