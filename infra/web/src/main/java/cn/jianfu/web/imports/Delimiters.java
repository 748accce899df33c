package cn.jianfu.web.imports;

import java.util.Comparator;
import java.util.List;

/** Which character separates the fields of a CSV text. */
final class Delimiters {

  private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
  private static final int LINES = 20;

  private Delimiters() {}

  /** The one that cuts the first lines into the most fields; a comma when none does. */
  static char of(String text) {
    return CANDIDATES.stream()
        .max(Comparator.comparingInt((Character c) -> count(text, c)).thenComparing(c -> c == ','))
        .orElse(',');
  }

  private static int count(String text, char delimiter) {
    int lines = 0;
    int count = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length() && lines < LINES; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '\n') {
        lines++;
      } else if (!quoted && c == delimiter) {
        count++;
      }
    }
    return count;
  }
}
