package cn.jianfu.group.register.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Days as spreadsheets hold them: dates, serial numbers of the 1900 system, and texts. */
final class DateCells {

  /** Day 1 is 1900-01-01 and the system believes in 1900-02-29, so later days count from here. */
  private static final LocalDate BEFORE_SERIALS = LocalDate.of(1899, 12, 30);

  /** 1982-01-01 to 2100-12-31: what a group's date can be; five digits are never a year. */
  private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(29952);

  private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(73415);

  /** A CSV keeps nothing of a date that lost its format but the number. */
  private static final Pattern SERIAL = Pattern.compile("[0-9]{5}(?:\\.[0-9]{1,15})?");

  private DateCells() {}

  static Reading<LocalDate> read(CellValue cell) {
    return switch (cell) {
      case CellValue.Blank() -> Reading.nothing();
      case CellValue.Day(LocalDate day) -> Reading.clear(day);
      case CellValue.Text(String text) when SERIAL.matcher(PlainText.tidy(text)).matches() ->
          read(new BigDecimal(PlainText.tidy(text)));
      case CellValue.Text(String text) -> DateTexts.read(text);
      case CellValue.Numeric(BigDecimal number) -> read(number);
      case CellValue.Truth _ -> Reading.unclear("register.date-unreadable");
      case CellValue.Failed _ -> Reading.wrong("register.cell-error");
    };
  }

  private static Reading<LocalDate> read(BigDecimal number) {
    if (number.compareTo(FIRST_SERIAL) >= 0
        && number.setScale(0, RoundingMode.DOWN).compareTo(LAST_SERIAL) <= 0) {
      return Reading.clear(BEFORE_SERIALS.plusDays(number.longValue()));
    }
    // 2026.1 may have been typed as 2026.10, which the spreadsheet took for a number.
    if (number.stripTrailingZeros().scale() == 1 && number.longValue() >= 1900) {
      return Reading.unclear("register.date-without-day");
    }
    return DateTexts.read(PlainText.of(number));
  }
}
