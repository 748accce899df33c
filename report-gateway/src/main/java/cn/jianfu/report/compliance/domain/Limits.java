package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.finding.domain.Severity;
import cn.jianfu.report.reference.domain.RuleSet;
import java.math.BigDecimal;
import java.util.Optional;

/** The numbers of a rule set that the calculator needs; a rule set without them is not accepted. */
record Limits(RuleSet ruleSet) {

  BigDecimal green() {
    return ruleSet.threshold("band.green");
  }

  BigDecimal yellow() {
    return ruleSet.threshold("band.yellow");
  }

  /** What a confirmed blocker caps an area at. */
  BigDecimal blockerCap() {
    return ruleSet.threshold("cap.confirmedBlocker");
  }

  BigDecimal leastCoverage() {
    return ruleSet.threshold("coverage.minimum");
  }

  /** What share the rules must be able to judge; a rule set need not say. */
  Optional<BigDecimal> leastJudged() {
    return Optional.ofNullable(ruleSet.thresholds().get("judged.minimum"));
  }

  /**
   * What share each rule of at least major severity must be able to judge, so that a town may be
   * green; a rule set need not say.
   */
  Optional<BigDecimal> leastJudgedForGreen() {
    return Optional.ofNullable(ruleSet.thresholds().get("judged.greenMinimum"));
  }

  int coverageDays() {
    return ruleSet.threshold("coverage.windowDays").intValue();
  }

  int zombieIdleDays() {
    return ruleSet.threshold("zombie.idleDays").intValue();
  }

  int zombieActiveMembers() {
    return ruleSet.threshold("zombie.minActiveMembers").intValue();
  }

  /** For how long a list of members tells who is in a group; a rule set need not say. */
  Optional<Integer> membersFreshDays() {
    return wholeNumber("members.freshDays").filter(days -> days > 0);
  }

  int freshDays() {
    return ruleSet.threshold("data.freshDays").intValue();
  }

  /** Over how many days what is asked in groups is counted; a rule set need not say. */
  Optional<Integer> countersDays() {
    return wholeNumber("counters.windowDays").filter(days -> days > 0);
  }

  /** Within how many working days a confirmed finding is to be put right. */
  Optional<Integer> dueWorkingDays() {
    return wholeNumber("order.defaultDueWorkingDays");
  }

  /** How many days before a day its numbers are made of; whole weeks may begin six days earlier. */
  int daysLookedBack() {
    int longest = Math.max(coverageDays(), Math.max(zombieIdleDays(), freshDays()));
    return Math.max(longest, countersDays().orElse(0)) + 6;
  }

  private Optional<Integer> wholeNumber(String key) {
    return Optional.ofNullable(ruleSet.thresholds().get(key)).map(BigDecimal::intValue);
  }

  /** Share by which the evidence must grow to undo a dismissal. */
  BigDecimal worseningGrowth() {
    return ruleSet.threshold("dismissal.worseningGrowth");
  }

  BigDecimal weight(Severity severity) {
    return switch (severity) {
      case BLOCKER -> ruleSet.threshold("weight.B");
      case MAJOR -> ruleSet.threshold("weight.M");
      case MINOR -> ruleSet.threshold("weight.m");
    };
  }
}
