package cn.jianfu.web.imports;

/** Columns of a sheet: numbers from 0 for programs, letters for people. */
final class Columns {

  private Columns() {}

  static String lettersOf(int column) {
    var letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }

  static int numberOf(String letters) {
    return letters.chars().reduce(0, (column, letter) -> column * 26 + letter - 'A' + 1) - 1;
  }
}
