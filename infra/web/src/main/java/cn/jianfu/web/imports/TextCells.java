package cn.jianfu.web.imports;

/** Cells with text. */
final class TextCells {

  private TextCells() {}

  static SheetCell of(String value, FileLimits limits) {
    if (value.length() > limits.text()) {
      throw FileProblems.tooLarge("file-text", limits.text());
    }
    return value.isBlank() ? SheetCell.Blank.CELL : new SheetCell.Text(value);
  }
}
