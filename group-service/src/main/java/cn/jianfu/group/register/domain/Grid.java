package cn.jianfu.group.register.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A sheet in which every cell of a merged region can be asked for the region's value. */
final class Grid {

  private static final CellValue BLANK = new CellValue.Blank();

  private final List<SheetRow> rows;
  private final Map<Integer, SheetRow> byNumber = new HashMap<>();
  private final Map<Integer, List<MergedRegion>> mergedInRow = new HashMap<>();
  private final int width;

  Grid(Sheet sheet) {
    this.rows = sheet.rows();
    rows.forEach(row -> byNumber.put(row.number(), row));
    this.width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    for (MergedRegion region : sheet.merged()) {
      for (int row : rowsOf(region)) {
        mergedInRow.computeIfAbsent(row, _ -> new ArrayList<>()).add(region);
      }
    }
  }

  /** The rows of the sheet that a region covers, however far beyond the sheet it says it goes. */
  private int[] rowsOf(MergedRegion region) {
    int from = Math.max(region.firstRow(), rows.isEmpty() ? 1 : rows.getFirst().number());
    int to = Math.min(region.lastRow(), rows.isEmpty() ? 0 : rows.getLast().number());
    return IntStream.rangeClosed(from, to).filter(byNumber::containsKey).toArray();
  }

  List<SheetRow> rows() {
    return rows;
  }

  int width() {
    return width;
  }

  boolean has(int row) {
    return byNumber.containsKey(row);
  }

  /** What stands in the cell itself. */
  CellValue own(int row, int column) {
    SheetRow sheetRow = byNumber.get(row);
    if (sheetRow == null || column >= sheetRow.cells().size()) {
      return BLANK;
    }
    CellValue cell = sheetRow.cells().get(column);
    boolean isEmptyText = cell instanceof CellValue.Text && PlainText.isBlank(cell.shown());
    return isEmptyText ? BLANK : cell;
  }

  /** What one reads there: the value of the merged region where the cell is part of one. */
  CellValue at(int row, int column) {
    MergedRegion region = regionAt(row, column);
    return region == null ? own(row, column) : own(region.firstRow(), region.firstColumn());
  }

  String textAt(int row, int column) {
    return PlainText.tidy(at(row, column).shown());
  }

  @Nullable MergedRegion regionAt(int row, int column) {
    for (MergedRegion region : mergedInRow.getOrDefault(row, List.of())) {
      if (region.covers(row, column)) {
        return region;
      }
    }
    return null;
  }

  /** Whether the cell shows the value of a cell to its left. */
  boolean isContinued(int row, int column) {
    MergedRegion region = regionAt(row, column);
    return region != null && region.firstColumn() < column;
  }

  /** The columns with something of their own in a row. */
  List<Integer> ownColumns(int row) {
    List<Integer> columns = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      if (!(own(row, column) instanceof CellValue.Blank)) {
        columns.add(column);
      }
    }
    return columns;
  }

  /** A, B … Z, AA as a spreadsheet labels its columns. */
  static String letter(int column) {
    String letters = "";
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters = (char) ('A' + rest % 26) + letters;
    }
    return letters;
  }
}
