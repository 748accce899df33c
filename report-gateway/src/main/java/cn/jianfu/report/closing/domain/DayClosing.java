package cn.jianfu.report.closing.domain;

import cn.jianfu.report.compliance.domain.TownCompliance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a town's result of a day was when the day was closed. It is made once and never changes.
 *
 * @param late whether it was made up for after the time at which it was due
 */
public record DayClosing(TownCompliance shown, Instant closedAt, boolean late) {

  public String town() {
    return shown.town();
  }

  public LocalDate day() {
    return shown.asOf();
  }

  /** What closing the day leads to; empty when it is closed already, whatever is known by now. */
  public static Optional<DayClosing> close(@Nullable DayClosing current, DayClosing wish) {
    return current == null ? Optional.of(wish) : Optional.empty();
  }
}
