package cn.jianfu.report.finding.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about a finding, and when.
 *
 * @param on the local day of {@code at}
 * @param seen how bad the evidence was then
 * @param carried null unless it was said of a finding that goes on as this one
 */
public record Judgement(
    Verdict verdict,
    String reason,
    Actor actor,
    Instant at,
    LocalDate on,
    Gravity seen,
    @Nullable Carried carried) {

  /**
   * It was said of another finding, before both were known to be one.
   *
   * @param from that finding
   * @param saidOn the day on which it was said
   */
  public record Carried(String from, LocalDate saidOn) {}

  /** What was said of the finding itself. */
  public Judgement(
      Verdict verdict, String reason, Actor actor, Instant at, LocalDate on, Gravity seen) {
    this(verdict, reason, actor, at, on, seen, null);
  }

  /** The day on which a person said it. */
  public LocalDate saidOn() {
    return carried == null ? on : carried.saidOn();
  }

  /** The same of the finding that goes on from that day. */
  Judgement carried(String from, LocalDate since) {
    LocalDate day = on.isBefore(since) ? since : on;
    return new Judgement(verdict, reason, actor, at, day, seen, new Carried(from, on));
  }
}
