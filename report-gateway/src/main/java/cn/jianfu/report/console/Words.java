package cn.jianfu.report.console;

import java.util.Locale;

/** A text of the district's own data in both languages, chosen while rendering. */
record Words(String zh, String en) {

  static Words same(String text) {
    return new Words(text, text);
  }

  public String in(Locale locale) {
    return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) && !en.isBlank() ? en : zh;
  }
}
