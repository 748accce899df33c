package cn.jianfu.web.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Makes cells of the cells of an XLSX file. */
final class CellReader {

  /** Days from 1899-12-30 to 1904-01-01, where some files begin to count. */
  private static final BigDecimal FROM_1904 = BigDecimal.valueOf(1462);

  /** No spreadsheet program has larger numbers; writing them out could fill the memory. */
  private static final int MOST_DIGITS = 310;

  private final FileLimits limits;
  private final boolean from1904;

  CellReader(FileLimits limits, boolean from1904) {
    this.limits = limits;
    this.from1904 = from1904;
  }

  List<SheetCell> read(Row row) {
    var cells = new ArrayList<SheetCell>();
    int used = 0;
    for (int i = 0; i < row.getCellCount(); i++) {
      var cell = read(row.getOptionalCell(i).orElse(null));
      if (!(cell instanceof SheetCell.Blank)) {
        used = i + 1;
      }
      if (used > limits.columns()) {
        throw FileProblems.tooLarge("file-columns", limits.columns());
      }
      if (i < limits.columns()) {
        cells.add(cell);
      }
    }
    return List.copyOf(cells.subList(0, used));
  }

  private SheetCell read(@Nullable Cell cell) {
    if (cell == null) {
      return SheetCell.Blank.CELL;
    }
    return switch (cell.getType()) {
      case EMPTY -> SheetCell.Blank.CELL;
      case STRING -> text(cell.getText());
      case NUMBER -> number(cell.asNumber(), cell);
      case BOOLEAN -> new SheetCell.Truth(Boolean.TRUE.equals(cell.asBoolean()));
      case ERROR -> new SheetCell.Failed(String.valueOf(cell.getRawValue()));
      case FORMULA -> result(cell);
    };
  }

  /** What the formula gave when the file was saved. */
  private SheetCell result(Cell cell) {
    var raw = cell.getRawValue();
    if (raw == null || raw.isEmpty()) {
      return SheetCell.Blank.CELL;
    }
    if (raw.startsWith("#")) {
      return new SheetCell.Failed(raw);
    }
    if (cell.getValue() instanceof BigDecimal value) {
      return number(value, cell);
    }
    try {
      return number(new BigDecimal(raw), cell);
    } catch (NumberFormatException _) {
      return text(raw);
    }
  }

  private SheetCell number(BigDecimal value, Cell cell) {
    if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS) {
      return new SheetCell.Failed("#NUM!");
    }
    var date = DateStyles.isDate(cell.getDataFormatId(), cell.getDataFormatString());
    var days = date && from1904 ? value.add(FROM_1904) : value;
    var shortest = days.stripTrailingZeros();
    return new SheetCell.Numeric(shortest.scale() < 0 ? shortest.setScale(0) : shortest, date);
  }

  private SheetCell text(@Nullable String value) {
    return TextCells.of(value == null ? "" : value, limits);
  }
}
