package cn.jianfu.web.imports;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cells that are shown as one; only the first one has a value.
 *
 * @param firstRow as people see it, from 1
 * @param firstColumn from 0
 */
public record MergedRegion(int firstRow, int firstColumn, int lastRow, int lastColumn) {

  private static final Pattern REFERENCE =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7}):\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");

  public boolean contains(int row, int column) {
    return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
  }

  /** From a reference such as {@code A1:C2}. */
  static Optional<MergedRegion> parse(String reference) {
    var parts = REFERENCE.matcher(reference);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new MergedRegion(
            Integer.parseInt(parts.group(2)),
            Columns.numberOf(parts.group(1)),
            Integer.parseInt(parts.group(4)),
            Columns.numberOf(parts.group(3))));
  }
}
