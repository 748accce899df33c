package cn.jianfu.group.register;

import cn.jianfu.group.register.domain.CellValue;
import cn.jianfu.group.register.domain.MergedRegion;
import cn.jianfu.group.register.domain.Sheet;
import cn.jianfu.group.register.domain.SheetRow;
import cn.jianfu.web.imports.SheetCell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** An uploaded sheet in the words of the register. */
final class UploadedSheet {

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

  private UploadedSheet() {}

  static Sheet of(cn.jianfu.web.imports.Sheet uploaded) {
    return new Sheet(
        uploaded.rows().stream()
            .map(
                row ->
                    new SheetRow(
                        row.number(), row.cells().stream().map(UploadedSheet::value).toList()))
            .toList(),
        uploaded.merged().stream()
            .map(
                it ->
                    new MergedRegion(
                        it.firstRow(), it.lastRow(), it.firstColumn(), it.lastColumn()))
            .toList());
  }

  private static CellValue value(SheetCell cell) {
    return switch (cell) {
      case SheetCell.Text(var text) -> new CellValue.Text(text);
      case SheetCell.Truth(var truth) -> new CellValue.Truth(truth);
      case SheetCell.Failed(var error) -> new CellValue.Failed(error);
      case SheetCell.Blank() -> new CellValue.Blank();
      case SheetCell.Numeric(var number, var dateStyle) ->
          dateStyle && isDay(number)
              ? new CellValue.Day(DAY_ZERO.plusDays(number.setScale(0, RoundingMode.DOWN).longValue()))
              : new CellValue.Numeric(number);
    };
  }

  private static boolean isDay(BigDecimal number) {
    return number.signum() > 0 && number.compareTo(LAST_DAY) <= 0;
  }
}
