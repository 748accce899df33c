package cn.jianfu.report.finding.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding as it stood at the end of a day. What was seen or said later is not in it, so that it
 * is what one who had heard everything up to that day would have shown.
 */
public record FindingOnDay(Detected detected, Handling handling, ShownState state) {

  /**
   * The finding on a day; empty before it was found.
   *
   * @param growth share by which a number of the evidence must rise to undo a dismissal
   */
  public static Optional<FindingOnDay> of(
      Detected detected, Handling handling, LocalDate day, BigDecimal growth) {
    return detected
        .asOf(day)
        .map(seen -> {
          Handling said = handling.asOf(day);
          return new FindingOnDay(seen, said, ShownState.of(seen, said, day, growth));
        });
  }
}
