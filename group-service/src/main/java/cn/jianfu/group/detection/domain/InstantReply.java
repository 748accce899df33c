package cn.jianfu.group.detection.domain;

import cn.jianfu.group.detection.domain.DemandRule.Broken;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Check-in chains, and demands to reply in less than the shortest time allowed. */
final class InstantReply implements DemandRule.Measure {

  @Override
  public OptionalInt of(Demands day, Thresholds thresholds) {
    if (day.replyDemands() > 0 && day.shortestReplyMinutes() == null) {
      // A chain breaks the rule whatever the time was; without one, nothing is known to be right.
      return day.checkInChains() > 0 ? OptionalInt.of(day.checkInChains()) : OptionalInt.empty();
    }
    int tooSoon = isTooShort(day, thresholds) ? day.replyDemands() : 0;
    return OptionalInt.of(day.checkInChains() + tooSoon);
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
