package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days during which a finding held without a break.
 *
 * @param raisedOn its first day
 * @param clearedOn the first day on which it held no longer; null while it holds
 * @param clearedWhy null while it holds
 * @param correctedOn when it became known that there was nothing to find; null when nothing was
 *     corrected
 */
public record FoundRun(
    LocalDate raisedOn,
    @Nullable LocalDate clearedOn,
    @Nullable ClearedBecause clearedWhy,
    @Nullable LocalDate correctedOn) {

  /** One that held. */
  public static FoundRun held(
      LocalDate raisedOn, @Nullable LocalDate clearedOn, @Nullable ClearedBecause clearedWhy) {
    return new FoundRun(raisedOn, clearedOn, clearedWhy, null);
  }

  /** The same, of which by that day it is known that it never held. */
  FoundRun corrected(LocalDate over, LocalDate on) {
    return new FoundRun(raisedOn, over, ClearedBecause.CORRECTED, on);
  }

  /** Whether the two have a day in common, or one begins where the other ends. */
  boolean touches(LocalDate first, LocalDate after) {
    return !raisedOn.isAfter(after) && (clearedOn == null || !clearedOn.isBefore(first));
  }

  /** Whether there was nothing to find, as is known by now. */
  public boolean neverHeld() {
    return clearedWhy == ClearedBecause.CORRECTED || clearedWhy == ClearedBecause.WITHDRAWN;
  }
}
