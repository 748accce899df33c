package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days during which a finding held without a break.
 *
 * @param raisedOn its first day
 * @param clearedOn the first day on which it held no longer; null while it holds
 * @param clearedWhy null while it holds
 */
public record FoundRun(
    LocalDate raisedOn, @Nullable LocalDate clearedOn, @Nullable ClearedBecause clearedWhy) {

  /** Whether the two have a day in common, or one begins where the other ends. */
  boolean touches(LocalDate first, LocalDate after) {
    return !raisedOn.isAfter(after) && (clearedOn == null || !clearedOn.isBefore(first));
  }

  /** Whether there was nothing to find, as is known by now. */
  public boolean neverHeld() {
    return clearedWhy == ClearedBecause.CORRECTED || clearedWhy == ClearedBecause.WITHDRAWN;
  }
}
