package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.reference.domain.WorkCalendars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reports received of those expected (数据覆盖), over the days on which live groups owed counters.
 *
 * @param from first day of the period
 * @param value 1 is 100 %; null when nothing was expected
 */
public record Coverage(LocalDate from, long received, long expected, @Nullable BigDecimal value) {

  /** Shares are shown with one decimal, and judged as they are shown. */
  private static final int SCALE = 3;

  /**
   * Of the days up to and including {@code day}. The day itself is not over: it counts where its
   * counters have come, and is not missed where they have not.
   */
  static Coverage of(WorkCalendars calendars, Reports reports, LocalDate day, int windowDays) {
    LocalDate from = day.minusDays(windowDays - 1L);
    long received = reports.on(day).received();
    long expected = received;
    for (LocalDate date = from; date.isBefore(day); date = date.plusDays(1)) {
      if (calendars.isWorkday(date)) {
        received += reports.on(date).received();
        expected += reports.on(date).owed();
      }
    }
    return new Coverage(from, received, expected, share(received, expected));
  }

  boolean isEnough(BigDecimal least) {
    return value != null && value.compareTo(least) >= 0;
  }

  private static @Nullable BigDecimal share(long received, long expected) {
    return expected == 0
        ? null
        : BigDecimal.valueOf(received)
            .divide(BigDecimal.valueOf(expected), SCALE, RoundingMode.HALF_UP);
  }
}
