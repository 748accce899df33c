package cn.jianfu.group.register.domain;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as people type them, made comparable. */
final class PlainText {

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t\\r]]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u3000]+");
  private static final Pattern NOT_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> NOTHING =
      Set.of("", "/", "\\", "-", "--", "—", "——", "无", "暂无", "没有", "空", "n/a", "na", "null", "无。");

  private PlainText() {}

  /** Half-width letters and digits, single spaces, nothing invisible; other signs stay as typed. */
  static String tidy(String text) {
    String visible = INVISIBLE.matcher(text).replaceAll("");
    StringBuilder half = new StringBuilder(visible.length());
    visible
        .codePoints()
        .map(c -> c >= 0xFF01 && c <= 0xFF5E && isLetterOrDigit(c - 0xFEE0) ? c - 0xFEE0 : c)
        .forEach(half::appendCodePoint);
    return SPACES.matcher(half).replaceAll(" ").strip();
  }

  /** Everything half-width, lower case and without spaces: for words of a fixed vocabulary. */
  static String folded(String text) {
    String visible = INVISIBLE.matcher(text).replaceAll("");
    String half = Normalizer.normalize(visible, Normalizer.Form.NFKC);
    return SPACES.matcher(half).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** Folded, letters and digits only: two names that differ in less are one name. */
  static String key(String text) {
    return NOT_LETTER_OR_DIGIT.matcher(folded(text)).replaceAll("");
  }

  /** Whether somebody wrote that there is nothing to write. */
  static boolean saysNothing(String text) {
    return NOTHING.contains(folded(text));
  }

  /** A number without exponent and without zeros that mean nothing. */
  static String of(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
