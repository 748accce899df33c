package cn.jianfu.report.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A text of the district's own data in both languages, chosen while rendering. */
record Words(String zh, String en) {

  static Words same(String text) {
    return new Words(text, text);
  }

  static Words joined(List<Words> many) {
    return new Words(
        many.stream().map(Words::zh).collect(Collectors.joining("、")),
        many.stream().map(it -> it.in(Locale.ENGLISH)).collect(Collectors.joining(", ")));
  }

  /** What follows a name with which a sentence may begin, for where the name stands already. */
  public Words after(Words name) {
    return new Words(after(zh, name.zh + "："), after(en, name.en + ": "));
  }

  private static String after(String sentence, String beginning) {
    return sentence.startsWith(beginning) ? sentence.substring(beginning.length()) : sentence;
  }

  public String in(Locale locale) {
    return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) && !en.isBlank() ? en : zh;
  }
}
