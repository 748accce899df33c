package cn.jianfu.group.register;

import cn.jianfu.group.register.domain.CellValue;
import cn.jianfu.group.register.domain.MergedRegion;
import cn.jianfu.group.register.domain.Sheet;
import cn.jianfu.group.register.domain.SheetRow;
import cn.jianfu.web.imports.SheetCell;
import java.math.RoundingMode;
import java.time.LocalDate;

/** An uploaded sheet in the words of the register. */
final class RegisterSheets {

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  /** 9999-12-31, the last day that a spreadsheet knows. */
  private static final long LAST_DAY = 2_958_465;

  private RegisterSheets() {}

  static Sheet of(cn.jianfu.web.imports.Sheet uploaded) {
    return new Sheet(
        uploaded.rows().stream()
            .map(row ->
                new SheetRow(
                    row.number(), row.cells().stream().map(RegisterSheets::value).toList()))
            .toList(),
        uploaded.merged().stream()
            .map(it ->
                new MergedRegion(it.firstRow(), it.lastRow(), it.firstColumn(), it.lastColumn()))
            .toList());
  }

  private static CellValue value(SheetCell cell) {
    return switch (cell) {
      case SheetCell.Text(String text) -> new CellValue.Text(text);
      case SheetCell.Numeric number -> number(number);
      case SheetCell.Truth(boolean truth) -> new CellValue.Truth(truth);
      case SheetCell.Failed(String error) -> new CellValue.Failed(error);
      case SheetCell.Blank() -> new CellValue.Blank();
    };
  }

  private static CellValue number(SheetCell.Numeric cell) {
    long days = cell.value().setScale(0, RoundingMode.FLOOR).longValue();
    return cell.dateStyle() && days > 0 && days <= LAST_DAY
        ? new CellValue.Day(DAY_ZERO.plusDays(days))
        : new CellValue.Numeric(cell.value());
  }

  /** The number of a column from its letters; A is 0. */
  static int columnOf(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + letters.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }
}
