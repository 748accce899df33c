package cn.jianfu.group.register.domain;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param number as the spreadsheet shows it, counted from 1
 * @param cells from column A on; what is not there is blank
 */
public record SheetRow(int number, List<CellValue> cells) {

  public SheetRow {
    cells = List.copyOf(cells);
  }
}
