package cn.jianfu.report.console;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How numbers and times are written, the same in both languages; a missing one is a dash. */
record Format(ZoneId zone) {

  static final String NONE = "—";

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

  public String score(@Nullable Double value) {
    return value == null ? NONE : String.format(Locale.ROOT, "%,.1f", value);
  }

  public String signed(@Nullable Double value) {
    if (value == null) {
      return NONE;
    }
    return Math.abs(value) < 0.05 ? "0.0" : String.format(Locale.ROOT, "%+.1f", value);
  }

  public String percent(@Nullable Double share) {
    return share == null ? NONE : String.format(Locale.ROOT, "%.1f%%", share * 100);
  }

  public String whole(@Nullable Double share) {
    return share == null ? NONE : String.format(Locale.ROOT, "%.0f%%", share * 100);
  }

  public String count(@Nullable Number value) {
    return value == null ? NONE : String.format(Locale.ROOT, "%,d", value.longValue());
  }

  public String minute(@Nullable Instant at) {
    return at == null ? NONE : MINUTE.format(at.atZone(zone));
  }

  /** The time alone for today, the day for what is older. */
  public String recent(@Nullable Instant at, Instant now) {
    if (at == null) {
      return NONE;
    }
    var local = at.atZone(zone);
    var today = now.atZone(zone).toLocalDate();
    return (local.toLocalDate().equals(today) ? CLOCK : DAY).format(local);
  }

  public String date(@Nullable LocalDate date) {
    return date == null ? NONE : date.toString();
  }

  /** The district's day, as a date field wants it. */
  public String day(Instant at) {
    return at.atZone(zone).toLocalDate().toString();
  }

  /** A number without needless zeros. */
  public String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
