package cn.jianfu.web.imports;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a number format shows a number as a date. */
final class DateStyles {

  /** Literals, colours and conditions, escaped characters: not part of what is shown. */
  private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.");

  private static final Pattern DATE = Pattern.compile("[yYdDeE年月日]|m{3,}|m[/.-]");
  private static final Pattern PLAIN = Pattern.compile("(?i)general|.*[0#?].*");

  private DateStyles() {}

  static boolean isDate(@Nullable Integer id, @Nullable String format) {
    if (id != null && isBuiltInDate(id)) {
      return true;
    }
    if (format == null) {
      return false;
    }
    var literal = format.contains("年") || format.contains("月") || format.contains("日");
    var shown = NOT_SHOWN.matcher(format).replaceAll("");
    return !PLAIN.matcher(shown).matches() && (literal || DATE.matcher(shown).find());
  }

  /** 27–36 and 50–58 are the dates of East Asian versions. */
  private static boolean isBuiltInDate(int id) {
    return (id >= 14 && id <= 17)
        || id == 22
        || (id >= 27 && id <= 31)
        || id == 36
        || (id >= 50 && id <= 54)
        || id == 57
        || id == 58;
  }
}
