package cn.jianfu.report.compliance.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of the events that a source pushed (推送情况), by the day on which they came.
 *
 * @param unit whose system it is
 * @param source as the events name it; empty for those that name none of their own town
 */
public record PushFact(String unit, String source, NavigableMap<LocalDate, OnDay> days) {

  LocalDate firstDay() {
    return days.isEmpty() ? LocalDate.MIN : days.firstKey();
  }

  /** Everything that came on these days, the last one included. */
  public OnDay between(LocalDate from, LocalDate to) {
    if (from.isAfter(to)) {
      return OnDay.NOTHING;
    }
    return days.subMap(from, true, to, true).values().stream().reduce(OnDay.NOTHING, OnDay::plus);
  }

  /**
   * Counts of events.
   *
   * @param declined by reason, in the order of the reasons
   * @param timed how many accepted events say when they happened
   * @param lagSeconds from then until they were stored, of all of them together
   * @param lastAt when the last event came; null when none did
   */
  public record OnDay(
      long accepted,
      long unchanged,
      List<Declined> declined,
      long timed,
      long lagSeconds,
      @Nullable Instant lastAt) {

    /** Nothing came. */
    public static final OnDay NOTHING = new OnDay(0, 0, List.of(), 0, 0, null);

    public OnDay plus(OnDay other) {
      return new OnDay(
          accepted + other.accepted,
          unchanged + other.unchanged,
          merged(other),
          timed + other.timed,
          lagSeconds + other.lagSeconds,
          later(lastAt, other.lastAt));
    }

    /** How many events were not taken. */
    public long declinedEvents() {
      return declined.stream().mapToLong(Declined::events).sum();
    }

    public long events() {
      return accepted + unchanged + declinedEvents();
    }

    /** Whole minutes from what happened to its being stored, on average; null when none says. */
    public @Nullable Long lagMinutes() {
      return timed == 0 ? null : Math.round(lagSeconds / 60.0 / timed);
    }

    private List<Declined> merged(OnDay other) {
      Map<String, Declined> byReason = new TreeMap<>();
      Stream.concat(declined.stream(), other.declined.stream())
          .sorted(Comparator.comparing(Declined::zh).thenComparing(Declined::en))
          .forEach(each -> byReason.merge(each.reason(), each, Declined::plus));
      return List.copyOf(byReason.values());
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
      return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
  }

  /**
   * Events that were declined for the same reason, with the reason in words.
   *
   * @param latest a few of them, the latest first; empty when it is not known which they were
   */
  public record Declined(
      String reason, long events, String zh, String en, List<DeclinedEvent> latest) {

    private Declined plus(Declined other) {
      return new Declined(
          reason,
          events + other.events,
          other.zh,
          other.en,
          DeclinedEvent.latest(latest, other.latest));
    }
  }

  /**
   * One event that was declined.
   *
   * @param id as its sender gave it; null for a single write, or where it may not be told
   * @param type its own, or method and resource of a single write
   * @param group that it was about, where that is one of the unit
   * @param at when it came
   */
  public record DeclinedEvent(
      @Nullable String id, @Nullable String type, @Nullable String group, Instant at) {

    /** So many of each reason are shown, of all days together. */
    private static final int SHOWN = 5;

    // In the same order, whichever day is added first.
    private static final Comparator<DeclinedEvent> LATEST_FIRST =
        Comparator.comparing(DeclinedEvent::at)
            .reversed()
            .thenComparing(DeclinedEvent::id, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(DeclinedEvent::type, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(DeclinedEvent::group, Comparator.nullsLast(Comparator.naturalOrder()));

    private static List<DeclinedEvent> latest(List<DeclinedEvent> one, List<DeclinedEvent> other) {
      return Stream.concat(one.stream(), other.stream()).sorted(LATEST_FIRST).limit(SHOWN).toList();
    }
  }
}
