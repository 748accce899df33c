package cn.jianfu.group.detection.domain;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left of a group's name when everything that does not tell groups apart is set aside:
 * width and case of letters, names of the unit in front, years, punctuation, and endings such as
 * 工作群, 交流群 or 二群.
 */
final class PlainName {

  private static final String NUMERAL = "[0-9一二三四五六七八九十]";
  private static final Pattern YEAR =
      Pattern.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])(?:年度|年)?");
  private static final Pattern NOT_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** 一群 and 2群 enumerate groups of one thing; they do not name another thing. */
  private static final Pattern ENUMERATION =
      Pattern.compile(NUMERAL + "{1,3}群组?$|群组?" + NUMERAL + "{1,3}$");

  private static final Pattern ENDING = Pattern.compile("(?:群组?|工作|交流|沟通|联络|联系|企业微信|企微|微信|qq|钉钉)$");

  private PlainName() {}

  static String of(String name, Collection<String> unitNames) {
    String plain = letters(name);
    plain = withoutFront(plain, unitNames);
    plain = NOT_LETTER_OR_DIGIT.matcher(plain).replaceAll("");
    plain = ENUMERATION.matcher(plain).replaceFirst("群");
    Matcher ending = ENDING.matcher(plain);
    while (ending.find()) {
      plain = plain.substring(0, ending.start());
      ending = ENDING.matcher(plain);
    }
    return plain;
  }

  private static String letters(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return YEAR.matcher(folded.strip()).replaceAll("");
  }

  private static String withoutFront(String name, Collection<String> unitNames) {
    return unitNames.stream()
        .map(PlainName::letters)
        .filter(unit -> !unit.isEmpty() && name.startsWith(unit))
        .max(Comparator.comparingInt(String::length))
        .map(unit -> name.substring(unit.length()))
        .orElse(name);
  }
}
