package cn.jianfu.report.console;

import cn.jianfu.report.reference.domain.RuleSet;
import java.math.BigDecimal;

/**
 * The numbers of a day's rule set that a page draws or warns by.
 *
 * @param green score from which a town is green, {@code yellow} from which it is not red
 * @param cap what a confirmed blocker holds an area down to
 * @param coverage share of the expected reports below which there is no band
 * @param judged share of its subjects that each major rule must be able to judge for green; 0 where
 *     the rule set does not say
 * @param freshDays so old are the newest reports of a source that is not silent
 */
record Marks(
    double green, double yellow, double cap, double coverage, double judged, int freshDays) {

  static Marks of(RuleSet rules) {
    return new Marks(
        rules.threshold("band.green").doubleValue(),
        rules.threshold("band.yellow").doubleValue(),
        rules.threshold("cap.confirmedBlocker").doubleValue(),
        rules.threshold("coverage.minimum").doubleValue(),
        rules.thresholds().getOrDefault("judged.greenMinimum", BigDecimal.ZERO).doubleValue(),
        rules.threshold("data.freshDays").intValue());
  }
}
