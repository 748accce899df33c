package cn.jianfu.group.register.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 二〇二六年三月二十一日 in digits. */
final class ChineseNumerals {

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final Pattern DATE =
      Pattern.compile("([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号])?");

  private ChineseNumerals() {}

  /** The date in digits; any other text as it is. */
  static String inDate(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return text;
    }
    String year =
        date.group(1)
            .replace('零', '〇')
            .replace('○', '〇')
            .chars()
            .map(DIGITS::indexOf)
            .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
            .toString();
    String month = year + "年" + upToNinetyNine(date.group(2)) + "月";
    return date.group(3) == null ? month : month + upToNinetyNine(date.group(3)) + "日";
  }

  private static int upToNinetyNine(String numeral) {
    int ten = numeral.indexOf('十');
    if (ten < 0) {
      return numeral.length() == 1 ? DIGITS.indexOf(numeral.charAt(0)) : 0;
    }
    int tens = ten == 0 ? 1 : DIGITS.indexOf(numeral.charAt(0));
    int ones = ten == numeral.length() - 1 ? 0 : DIGITS.indexOf(numeral.charAt(ten + 1));
    return tens * 10 + ones;
  }
}
