package cn.jianfu.group.register.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the headings of a register stand, and what they say for each column. */
record Header(int firstRow, int lastRow, List<String> headings) {

  /** Headings of three lines exist; more is a table of another kind. */
  private static final int MOST_LINES = 3;

  /** The first row that names the group and something else; null when there is none. */
  static @Nullable Header find(Grid grid) {
    Integer row = firstNaming(grid, false);
    if (row == null) {
      row = firstNaming(grid, true);
    }
    if (row == null) {
      return null;
    }
    int last = lastLine(grid, row);
    List<String> headings = new ArrayList<>();
    for (int column = 0; column < grid.width(); column++) {
      headings.add(heading(grid, row, last, column));
    }
    return new Header(row, last, headings);
  }

  private static @Nullable Integer firstNaming(Grid grid, boolean alone) {
    for (SheetRow row : grid.rows()) {
      int known = 0;
      int filled = 0;
      boolean names = false;
      for (int column = 0; column < grid.width(); column++) {
        String text = grid.textAt(row.number(), column);
        if (!text.isEmpty() && !grid.isContinued(row.number(), column)) {
          filled++;
          known += Headings.isKnown(text) ? 1 : 0;
          names |= Headings.meaningsOf(text).contains(RegisterField.NAME);
        }
      }
      if (names && (alone ? filled == 1 : known > 1)) {
        return row.number();
      }
    }
    return null;
  }

  private static int lastLine(Grid grid, int row) {
    int last = row;
    for (int column = 0; column < grid.width(); column++) {
      MergedRegion region = grid.regionAt(row, column);
      if (region != null && Headings.isKnown(grid.textAt(row, column))) {
        last = Math.max(last, Math.min(region.lastRow(), row + MOST_LINES - 1));
      }
    }
    return last == row && isSecondLine(grid, row) ? row + 1 : last;
  }

  /** A second line without merged cells: nothing but headings, below cells other than the name. */
  private static boolean isSecondLine(Grid grid, int row) {
    List<Integer> columns = grid.has(row + 1) ? grid.ownColumns(row + 1) : List.of();
    boolean anyKnown = false;
    for (int column : columns) {
      String above = grid.textAt(row, column);
      String text = grid.textAt(row + 1, column);
      boolean underName = Headings.meaningsOf(above).contains(RegisterField.NAME);
      boolean isHeading = Headings.isKnown(text) || Headings.isKnown(above + text);
      if (underName || !isHeading) {
        return false;
      }
      anyKnown = true;
    }
    return anyKnown;
  }

  /** The lowest text, put behind the text above it where only both together are a heading. */
  private static String heading(Grid grid, int first, int last, int column) {
    String lowest = "";
    String above = "";
    for (int line = first - 1; line <= last; line++) {
      // A heading over several columns belongs to the first, unless others stand below it.
      boolean spans = grid.isContinued(line, column) && isLowest(grid, line, last, column);
      String text = !grid.has(line) || spans ? "" : grid.textAt(line, column);
      boolean counts = line >= first || Headings.isKnown(text) || isParent(grid, line, column);
      if (counts && !text.isEmpty() && !text.equals(lowest)) {
        above = lowest;
        lowest = text;
      }
    }
    if (Headings.isKnown(above + lowest)) {
      return above + lowest;
    }
    return lowest.equals(grid.has(first - 1) ? grid.textAt(first - 1, column) : "")
            && !Headings.isKnown(lowest)
            && isParent(grid, first - 1, column)
        ? ""
        : lowest;
  }

  private static boolean isLowest(Grid grid, int line, int last, int column) {
    for (int below = line + 1; below <= last; below++) {
      MergedRegion region = grid.regionAt(line, column);
      boolean sameCell = region != null && region.covers(below, column);
      if (!sameCell && !grid.textAt(below, column).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** A cell over several columns, but not over all of them, which would be a title. */
  private static boolean isParent(Grid grid, int row, int column) {
    MergedRegion region = grid.regionAt(row, column);
    return region != null
        && region.lastColumn() > region.firstColumn()
        && region.lastColumn() - region.firstColumn() + 1 < grid.width();
  }
}
