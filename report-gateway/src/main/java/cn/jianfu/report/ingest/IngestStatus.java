package cn.jianfu.report.ingest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What arrives.
 *
 * @param skipped events of unknown types, since this instance started
 * @param undecodable events that could not be read, since this instance started
 */
public record IngestStatus(
    Instant asOf,
    long skipped,
    long undecodable,
    List<TopicStatus> topics,
    List<TownStatus> towns) {

  /**
   * A topic that is read.
   *
   * @param events that were ever published to it
   * @param lag events that wait; null when the broker does not say
   * @param deadLetters events that a reader could not apply and nobody has sent back yet
   */
  public record TopicStatus(
      String topic,
      long events,
      @Nullable Long lag,
      long deadLetters,
      @Nullable Instant lastEventAt) {}

  /**
   * A town.
   *
   * @param lastEventAt when it was last told of; null for a town that never was
   * @param sources that pushed events since {@code pushedSince}, the day included, after those that
   *     have told nothing since
   */
  public record TownStatus(
      String code,
      String name,
      String nameEn,
      @Nullable Instant lastEventAt,
      @Nullable BigDecimal coverage,
      long groups,
      long findings,
      LocalDate pushedSince,
      List<SourceStatus> sources) {}

  /**
   * A source of events.
   *
   * @param source as its events name it, or {@code issuer#subject} of the account that writes with
   *     requests of its own, or {@code #registers} for rows of imported registers; empty for events
   *     that name none of their own town, {@code *} for sources beyond a number
   * @param unit whose system it is
   * @param unchanged events that came before, or said what was known
   * @param lagMinutes from what happened to its being stored, on average; null when no event says
   *     when it happened
   */
  public record SourceStatus(
      String source,
      String unit,
      @Nullable Instant lastAt,
      long accepted,
      long unchanged,
      long declined,
      @Nullable Long lagMinutes,
      List<DeclinedStatus> reasons) {

    /** Whether it has been heard, and not of late: its groups are not silent, but unknown. */
    public boolean silent() {
      return accepted + unchanged + declined == 0;
    }
  }

  /**
   * Why events were declined, most frequent first.
   *
   * @param latest the latest five, the latest first; fewer where it is not known which they were
   */
  public record DeclinedStatus(
      String reason,
      long events,
      String reasonZh,
      String reasonEn,
      List<DeclinedEventStatus> latest) {}

  /**
   * An event that was declined.
   *
   * @param id as its sender gave it; null for a single write, and for what does not look like an id
   * @param type its own, or method and resource of a single write; null when it looks like neither
   * @param group that it was about; null when that is none of the unit
   * @param at when it came
   */
  public record DeclinedEventStatus(
      @Nullable String id, @Nullable String type, @Nullable String group, Instant at) {}
}
