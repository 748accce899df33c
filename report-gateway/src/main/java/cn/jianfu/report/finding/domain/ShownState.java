package cn.jianfu.report.finding.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The state in which a finding is shown: a function of what is detected and how it is judged. */
public enum ShownState {
  /** 疑似: it holds, and nobody has judged it as it is now. */
  SUSPECTED,
  /** 属实: it holds, and a person said so. */
  CONFIRMED,
  /** 反弹: it was confirmed, then cleared, and holds again. */
  REOPENED,
  /** 不属实: a person dismissed it, and its evidence has not become worse since. */
  DISMISSED,
  /** 已整改: it was confirmed and holds no longer. */
  FIXED,
  /** 已消除: it holds no longer, and nobody had confirmed it, or nothing was put right. */
  CLEARED;

  /** Whether it counts as a violation in the effective score. */
  public boolean countsAsOpen() {
    return switch (this) {
      case SUSPECTED, CONFIRMED, REOPENED -> true;
      case DISMISSED, FIXED, CLEARED -> false;
    };
  }

  /**
   * The state on a day, by what was seen and said up to it.
   *
   * @param growth share by which a number of the evidence must rise to undo a dismissal
   */
  public static ShownState of(
      Detected detected, Handling handling, LocalDate day, BigDecimal growth) {
    // What was said of days on which it never held is said of nothing.
    Optional<Judgement> judgement =
        handling.standingOn(day).filter(it -> it.carried() != null || detected.wasThereOn(it.on()));
    boolean open = detected.openOn(day);
    if (judgement.isEmpty()) {
      return open ? SUSPECTED : CLEARED;
    }
    return switch (judgement.get().verdict()) {
      case DISMISSED -> dismissed(detected.gravityOn(day), judgement.get(), open, growth);
      case CONFIRMED -> confirmed(detected, judgement.get(), open, day);
      case TAKEN_BACK -> open ? SUSPECTED : CLEARED;
    };
  }

  private static ShownState dismissed(
      Gravity gravity, Judgement judgement, boolean open, BigDecimal growth) {
    boolean worse = gravity.isWorseThan(judgement.seen(), growth);
    if (!worse) {
      return DISMISSED;
    }
    return open ? SUSPECTED : CLEARED;
  }

  private static ShownState confirmed(
      Detected detected, Judgement judgement, boolean open, LocalDate day) {
    if (!open) {
      return detected.runOn(day).filter(Run::wasRelabelled).isPresent() ? CLEARED : FIXED;
    }
    return detected.runOn(day).equals(detected.runOn(judgement.on())) ? CONFIRMED : REOPENED;
  }
}
