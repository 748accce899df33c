package cn.jianfu.report.closing.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which days of a town wait to be closed. */
public final class DueDays {

  private DueDays() {}

  /**
   * The days after the last one that was closed, oldest first. Nothing was shown before the first
   * closing, so it begins with the last day that is over; what was missed is made up for as far
   * back as {@code most} days.
   *
   * @param lastClosed null when no day of the town is closed
   * @param over the last day that is over
   */
  public static List<LocalDate> of(@Nullable LocalDate lastClosed, LocalDate over, int most) {
    LocalDate oldest = over.minusDays(most - 1L);
    LocalDate next = lastClosed == null ? over : lastClosed.plusDays(1);
    LocalDate first = next.isBefore(oldest) ? oldest : next;
    return first.isAfter(over) ? List.of() : first.datesUntil(over.plusDays(1)).toList();
  }
}
