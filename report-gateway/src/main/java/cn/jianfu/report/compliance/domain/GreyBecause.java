package cn.jianfu.report.compliance.domain;

import java.util.Optional;

/** Why a town has no band on a day (数据不足). */
public enum GreyBecause {
  /** No rule set was in force. */
  NO_RULES,
  /** No detector had looked at the town yet. */
  NOT_EXAMINED,
  /** Fewer of the expected reports came than the rule set asks for, or none was expected. */
  TOO_LITTLE_DATA,
  /** The rules could judge less of what is there than the rule set asks for. */
  TOO_LITTLE_JUDGED,
  /** No rule that is on has a subject here. */
  NOTHING_APPLIES;

  static Optional<GreyBecause> of(
      Day day, CompositeScore score, Coverage coverage, Judging judging) {
    if (!day.examined()) {
      return Optional.of(NOT_EXAMINED);
    }
    if (!coverage.isEnough(day.limits().leastCoverage())) {
      return Optional.of(TOO_LITTLE_DATA);
    }
    if (day.limits().leastJudged().filter(least -> !judging.isEnough(least)).isPresent()) {
      return Optional.of(TOO_LITTLE_JUDGED);
    }
    return score.effective() == null ? Optional.of(NOTHING_APPLIES) : Optional.empty();
  }
}
