package cn.jianfu.web.imports;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param number as people see it, from 1
 * @param hidden whether the sheet hides it
 * @param cells from column A on, without trailing blanks
 */
public record SheetRow(int number, boolean hidden, List<SheetCell> cells) {

  public SheetCell cell(int column) {
    return column < cells.size() ? cells.get(column) : SheetCell.Blank.CELL;
  }

  public boolean isBlank() {
    return cells.isEmpty();
  }
}
