package cn.jianfu.group.detection.domain;

import cn.jianfu.group.detection.domain.DemandRule.Broken;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Check-in chains, and demands to reply in less than the shortest time allowed. Of a day's demands
 * only the shortest time is told: one of them is known to be too short.
 */
final class InstantReply implements DemandRule.Measure {

  @Override
  public OptionalInt of(Demands day, Thresholds thresholds) {
    int tooSoon = day.replyDemands() > 0 && isTooShort(day, thresholds) ? 1 : 0;
    int known = Math.max(0, day.checkInChains()) + tooSoon;
    // What is known to break the rule does so whatever is not told.
    return known > 0 || tellsAll(day) ? OptionalInt.of(known) : OptionalInt.empty();
  }

  private static boolean tellsAll(Demands day) {
    return day.checkInChains() != Demands.UNTOLD
        && day.replyDemands() != Demands.UNTOLD
        && (day.replyDemands() == 0 || day.shortestReplyMinutes() != null);
  }

  @Override
  public void show(Evidence.Builder evidence, List<Broken> days) {
    days.stream()
        .filter(day -> isTooShort(day.demands(), day.thresholds()))
        .min(Comparator.comparingInt(day -> minutes(day.demands())))
        .ifPresent(day ->
            evidence
                .number("shortestMinutes", minutes(day.demands()))
                .limit("minMinutes", least(day.thresholds())));
  }

  private static boolean isTooShort(Demands day, Thresholds thresholds) {
    return minutes(day) < least(thresholds);
  }

  private static int least(Thresholds thresholds) {
    return thresholds.wholeNumber("reply.minMinutes");
  }

  /** A time that nobody says is not shown as too short. */
  private static int minutes(Demands day) {
    Integer minutes = day.shortestReplyMinutes();
    return minutes == null ? Integer.MAX_VALUE : minutes;
  }
}
