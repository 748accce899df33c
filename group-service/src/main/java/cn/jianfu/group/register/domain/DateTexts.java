package cn.jianfu.group.register.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days as people write them; what leaves a choice is asked. */
final class DateTexts {

  private static final int LONGEST = 60;
  private static final String SEPARATOR = "[.\\-/年月、。]";
  private static final Pattern TIME_OF_DAY =
      Pattern.compile("(?<=[0-9日号])t?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?z?$");
  private static final Pattern DAY =
      Pattern.compile("([0-9]{4})" + SEPARATOR + "([0-9]{1,2})" + SEPARATOR + "([0-9]{1,2})[日号]?");
  private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
  private static final Pattern MONTH =
      Pattern.compile("([0-9]{4})" + SEPARATOR + "([0-9]{1,2})月?(?:份)?");
  private static final Pattern COMPACT_MONTH = Pattern.compile("((?:19|20)[0-9]{2})([0-9]{2})");
  private static final Pattern YEAR = Pattern.compile("([0-9]{4})年?");
  private static final Pattern SHORT_YEAR =
      Pattern.compile("([0-9]{2})" + SEPARATOR + "([0-9]{1,2})" + SEPARATOR + "([0-9]{1,2})[日号]?");
  private static final Pattern WITHOUT_YEAR =
      Pattern.compile("([0-9]{1,2})[.\\-/月]([0-9]{1,2})[日号]?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("([0-9]{1,2})[.\\-/]([0-9]{1,2})[.\\-/]([0-9]{4})");

  private DateTexts() {}

  static Reading<LocalDate> read(String text) {
    if (PlainText.saysNothing(text)) {
      return Reading.nothing();
    }
    if (text.length() > LONGEST) {
      return Reading.unclear("register.date-unreadable");
    }
    String folded = ChineseNumerals.inDate(withoutTime(text));
    Matcher day = DAY.matcher(folded);
    if (day.matches()) {
      return dayOf(day);
    }
    Matcher compact = COMPACT.matcher(folded);
    return compact.matches() ? dayOf(compact) : asked(folded);
  }

  private static Reading<LocalDate> asked(String text) {
    Matcher month = MONTH.matcher(text);
    Matcher compactMonth = COMPACT_MONTH.matcher(text);
    Matcher shortYear = SHORT_YEAR.matcher(text);
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (month.matches()) {
      return daysOfMonth(month);
    }
    if (compactMonth.matches()) {
      return daysOfMonth(compactMonth);
    }
    if (YEAR.matcher(text).matches()) {
      return Reading.unclear("register.date-without-month");
    }
    if (shortYear.matches()) {
      return dayOf("20" + shortYear.group(1), shortYear.group(2), shortYear.group(3))
              instanceof Reading.Clear<LocalDate>(LocalDate day)
          ? Reading.unclear("register.date-two-digit-year", String.valueOf(day))
          : Reading.unclear("register.date-unreadable");
    }
    if (yearLast.matches()) {
      return orders(yearLast);
    }
    return Reading.unclear(
        WITHOUT_YEAR.matcher(text).matches()
            ? "register.date-without-year"
            : "register.date-unreadable");
  }

  private static Reading<LocalDate> dayOf(Matcher parts) {
    return dayOf(parts.group(1), parts.group(2), parts.group(3));
  }

  private static Reading<LocalDate> dayOf(String year, String month, String day) {
    try {
      return Reading.clear(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      return Reading.wrong("register.date-impossible");
    }
  }

  private static Reading<LocalDate> daysOfMonth(Matcher parts) {
    try {
      YearMonth month =
          YearMonth.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
      return Reading.unclear(
          "register.date-without-day", month.atDay(1).toString(), month.atEndOfMonth().toString());
    } catch (DateTimeException noSuchMonth) {
      return Reading.wrong("register.date-impossible");
    }
  }

  /** 3/1/2026 is in January or in March. */
  private static Reading<LocalDate> orders(Matcher parts) {
    String[] choices =
        Stream.of(
                dayOf(parts.group(3), parts.group(1), parts.group(2)),
                dayOf(parts.group(3), parts.group(2), parts.group(1)))
            .filter(reading -> reading instanceof Reading.Clear<LocalDate>)
            .map(reading -> String.valueOf(((Reading.Clear<LocalDate>) reading).value()))
            .distinct()
            .toArray(String[]::new);
    return Reading.unclear("register.date-order", choices);
  }

  private static String withoutTime(String text) {
    // The space before a time goes with the folding, so the time is cut off first.
    String day = PlainText.tidy(text).replaceFirst(" +[0-9]{1,2}[:：][0-9]{2}.*$", "");
    return TIME_OF_DAY.matcher(PlainText.folded(day)).replaceFirst("");
  }
}
