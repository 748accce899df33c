package cn.jianfu.web.imports;

import java.math.BigDecimal;

/** What stands in one cell. */
public sealed interface SheetCell {

  /** As typed, nothing trimmed. */
  record Text(String value) implements SheetCell {}

  /**
   * A number; with the style of a date it counts days since 1899-12-30.
   *
   * @param dateStyle whether the sheet shows it as a date
   */
  record Numeric(BigDecimal value, boolean dateStyle) implements SheetCell {}

  /** True or false. */
  record Truth(boolean value) implements SheetCell {}

  /** An error of a formula, such as {@code #REF!}. */
  record Failed(String error) implements SheetCell {}

  /** Nothing. */
  record Blank() implements SheetCell {
    static final Blank CELL = new Blank();
  }
}
