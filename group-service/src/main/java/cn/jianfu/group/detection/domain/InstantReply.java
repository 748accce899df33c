package cn.jianfu.group.detection.domain;

import cn.jianfu.group.detection.domain.DemandRule.Broken;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Check-in chains, and demands to reply in less than the shortest time allowed. */
final class InstantReply implements DemandRule.Measure {

  @Override
  public OptionalInt of(Demands day, Thresholds thresholds) {
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
                .number("minMinutes", least(day.thresholds())));
  }

  private static boolean isTooShort(Demands day, Thresholds thresholds) {
    return minutes(day) < least(thresholds);
  }

  private static int least(Thresholds thresholds) {
    return thresholds.wholeNumber("reply.minMinutes");
  }

  /** When nobody says how much time was given, it was not too little. */
  private static int minutes(Demands day) {
    Integer minutes = day.shortestReplyMinutes();
    return minutes == null ? Integer.MAX_VALUE : minutes;
  }
}
