package cn.jianfu.group.register.domain;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as people type them, made comparable. */
final class PlainText {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u3000]+");
  private static final Pattern NOT_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> NOTHING =
      Set.of("", "/", "\\", "-", "--", "—", "——", "无", "暂无", "没有", "空", "n/a", "na", "null", "无。");

  /** With some room for spaces between: what is longer says something. */
  private static final int LONGEST_NOTHING = 20;

  private PlainText() {}

  /** Half-width letters and digits, single spaces, nothing invisible; other signs stay as typed. */
  static String tidy(String text) {
    String half = halfWidth(visible(text));
    return half.codePoints().noneMatch(PlainText::isSpace)
        ? half
        : SPACES.matcher(half).replaceAll(" ").strip();
  }

  /** Whether {@link #tidy} leaves nothing; at the first sign that stays it is known. */
  static boolean isBlank(String text) {
    return text.codePoints().allMatch(c -> isInvisible(c) || isSpace(c));
  }

  /** Everything half-width, lower case and without spaces: for words of a fixed vocabulary. */
  static String folded(String text) {
    String half = Normalizer.normalize(visible(text), Normalizer.Form.NFKC);
    return SPACES.matcher(half).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** Folded, letters and digits only: two names that differ in less are one name. */
  static String key(String text) {
    return NOT_LETTER_OR_DIGIT.matcher(folded(text)).replaceAll("");
  }

  /** Whether somebody wrote that there is nothing to write. */
  static boolean saysNothing(String text) {
    return isBlank(text)
        || (text.strip().length() <= LONGEST_NOTHING && NOTHING.contains(folded(text)));
  }

  /** A number without exponent and without zeros that mean nothing. */
  static String of(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  // Every cell passes here several times, and hardly any has something to take out.
  private static String visible(String text) {
    if (text.codePoints().noneMatch(PlainText::isInvisible)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().filter(c -> !isInvisible(c)).forEach(visible::appendCodePoint);
    return visible.toString();
  }

  private static String halfWidth(String text) {
    if (text.codePoints().allMatch(c -> c == halfWidth(c))) {
      return text;
    }
    StringBuilder half = new StringBuilder(text.length());
    text.codePoints().map(PlainText::halfWidth).forEach(half::appendCodePoint);
    return half.toString();
  }

  private static int halfWidth(int c) {
    return c >= 0xFF01 && c <= 0xFF5E && isLetterOrDigit(c - 0xFEE0) ? c - 0xFEE0 : c;
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return (type == Character.FORMAT || type == Character.CONTROL)
        && c != '\n'
        && c != '\t'
        && c != '\r';
  }

  private static boolean isSpace(int c) {
    return c == 0xA0 || Character.isWhitespace(c);
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
