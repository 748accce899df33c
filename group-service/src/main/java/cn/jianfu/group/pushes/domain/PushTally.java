package cn.jianfu.group.pushes.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of the events of one source on one day (推送情况). Every event counts each time that it
 * comes.
 *
 * @param declined by reason
 * @param timed how many accepted events say when they happened
 * @param lagSeconds from then until they were stored, of all of them together
 * @param lastAt when the last event came
 */
public record PushTally(
    long accepted,
    long unchanged,
    NavigableMap<String, Declined> declined,
    long timed,
    long lagSeconds,
    Instant lastAt) {

  /**
   * Events that were declined for the same reason.
   *
   * @param zh the reason in Chinese, {@code en} in English, as the last of them was answered
   * @param latest a few of them, the latest first
   */
  public record Declined(long events, String zh, String en, List<DeclinedEvent> latest) {

    private Declined plus(Declined later) {
      return new Declined(
          events + later.events, later.zh, later.en, DeclinedEvent.latest(latest, later.latest));
    }
  }

  /**
   * One event that was taken.
   *
   * @param happenedAt as it says; null when it does not
   */
  public static PushTally ofAccepted(@Nullable Instant happenedAt, Instant now) {
    if (happenedAt == null) {
      return new PushTally(1, 0, new TreeMap<>(), 0, 0, now);
    }
    // A sender's clock may be fast by a little.
    long lag = Math.max(0, Duration.between(happenedAt, now).toSeconds());
    return new PushTally(1, 0, new TreeMap<>(), 1, lag, now);
  }

  /** One event that came before, or said what was known. */
  public static PushTally ofUnchanged(Instant now) {
    return new PushTally(0, 1, new TreeMap<>(), 0, 0, now);
  }

  /** One event that was not taken. */
  public static PushTally ofDeclined(String reason, String zh, String en, DeclinedEvent event) {
    Declined one = new Declined(1, zh, en, List.of(event));
    return new PushTally(0, 0, new TreeMap<>(Map.of(reason, one)), 0, 0, event.at());
  }

  /** Both together; the other one is the later. */
  public PushTally plus(PushTally later) {
    NavigableMap<String, Declined> all = new TreeMap<>(declined);
    later.declined.forEach((reason, more) -> all.merge(reason, more, Declined::plus));
    return new PushTally(
        accepted + later.accepted,
        unchanged + later.unchanged,
        all,
        timed + later.timed,
        lagSeconds + later.lagSeconds,
        lastAt.isAfter(later.lastAt) ? lastAt : later.lastAt);
  }
}
