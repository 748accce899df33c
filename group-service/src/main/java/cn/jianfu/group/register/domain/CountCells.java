package cn.jianfu.group.register.domain;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of members: 45, 45人, 1,200 名; 约40 and 40余人 are asked. */
final class CountCells {

  /** No platform has groups of this size; it is a telephone number or a typing error. */
  private static final BigDecimal TOO_MANY = BigDecimal.valueOf(100_000);

  private static final int LONGEST = 40;

  private static final Pattern COUNT =
      Pattern.compile("共?([0-9]+(?:\\.[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3})+)(?:人|名|个|位|名成员|个成员)?");
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:约|大约|大概|近|超|超过|约为|>|≥|<)?([0-9]+)(?:\\+|余|多|几|左右|上下|以上|以内)*(?:人|名|个|位)?(?:\\+|余|多|左右|上下|以上|以内)*");

  private CountCells() {}

  static Reading<Integer> read(CellValue cell) {
    return switch (cell) {
      case CellValue.Blank() -> Reading.nothing();
      case CellValue.Numeric(BigDecimal number) -> read(number);
      case CellValue.Text(String text) -> read(text);
      case CellValue.Day _, CellValue.Truth _ -> Reading.unclear("register.count-unreadable");
      case CellValue.Failed _ -> Reading.wrong("register.cell-error");
    };
  }

  private static Reading<Integer> read(String text) {
    if (PlainText.saysNothing(text)) {
      return Reading.nothing();
    }
    if (text.length() > LONGEST) {
      return Reading.unclear("register.count-unreadable");
    }
    String folded = PlainText.folded(text);
    Matcher count = COUNT.matcher(folded);
    if (count.matches()) {
      return read(new BigDecimal(count.group(1).replace(",", "")));
    }
    Matcher about = ABOUT.matcher(folded);
    return about.matches()
        ? Reading.unclear("register.count-approximate", about.group(1))
        : Reading.unclear("register.count-unreadable");
  }

  private static Reading<Integer> read(BigDecimal number) {
    if (number.signum() < 0) {
      return Reading.wrong("register.count-negative");
    }
    if (number.stripTrailingZeros().scale() > 0) {
      return Reading.wrong("register.count-not-whole");
    }
    return number.compareTo(TOO_MANY) >= 0
        ? Reading.unclear("register.count-implausible")
        : Reading.clear(number.intValueExact());
  }
}
