package cn.jianfu.report.finding.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days during which a finding held without a break.
 *
 * @param raisedOn its first day
 * @param clearedOn the first day on which it held no longer; null while it holds
 * @param clearedWhy DATA, RULE_SET, EXEMPTION, SUBJECT_CLOSED, JOINED where it goes on in another
 *     finding, RELABELLED, RESTORED, or WITHDRAWN or CORRECTED where it was an error, which counts
 *     on no day and is kept apart
 * @param correctedOn when a source put right what it had counted; null where none did
 */
public record Run(
    LocalDate raisedOn,
    @Nullable LocalDate clearedOn,
    @Nullable String clearedWhy,
    @Nullable LocalDate correctedOn) {

  /** One that did hold. */
  public Run(LocalDate raisedOn, @Nullable LocalDate clearedOn, @Nullable String clearedWhy) {
    this(raisedOn, clearedOn, clearedWhy, null);
  }

  /** Whether it was about what was declared, reported or counted in error. */
  public boolean wasAnError() {
    return "WITHDRAWN".equals(clearedWhy) || "CORRECTED".equals(clearedWhy);
  }

  /** Whether it is over because groups that are in use still were called otherwise. */
  public boolean wasRelabelled() {
    return "RELABELLED".equals(clearedWhy);
  }

  /** Whether it is over because the groups whose place another had taken are in use again. */
  public boolean sawThemInUseAgain() {
    return "RESTORED".equals(clearedWhy);
  }

  /** Whether the finding held on that day. */
  public boolean covers(LocalDate day) {
    return !raisedOn.isAfter(day) && (clearedOn == null || clearedOn.isAfter(day));
  }

  /** The run as it was known on that day: until it is over, it holds. */
  Run asOf(LocalDate day) {
    return clearedOn == null || !clearedOn.isAfter(day) ? this : new Run(raisedOn, null, null);
  }
}
