package cn.jianfu.group.register.domain;

/** Cells merged into one; rows are counted from 1, columns from 0, both ends included. */
public record MergedRegion(int firstRow, int lastRow, int firstColumn, int lastColumn) {

  boolean covers(int row, int column) {
    return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
  }
}
