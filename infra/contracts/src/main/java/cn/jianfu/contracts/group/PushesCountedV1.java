package cn.jianfu.contracts.group;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What became of the events that a source pushed on one day so far (推送情况).
 *
 * @param source as the events name it, or {@code issuer#subject} of the system's account that
 *     writes with requests of its own, or {@link #REGISTERS}; empty for events that name none or
 *     one of another town
 * @param unit whose system it is
 * @param day the district's day on which the events came
 * @param accepted events that were new, and are stored
 * @param unchanged events that came before, or said what was known
 * @param declined events that were not taken, by reason
 * @param timed how many accepted events say when they happened
 * @param lagSeconds from then until they were stored, of all of them together
 * @param lastAt when the last event came
 */
public record PushesCountedV1(
    String source,
    String unit,
    String town,
    LocalDate day,
    long accepted,
    long unchanged,
    List<DeclinedPushesV1> declined,
    long timed,
    long lagSeconds,
    Instant lastAt) {

  /** The rows of the unit's imported registers, each counted as an event is. */
  public static final String REGISTERS = "#registers";
}
