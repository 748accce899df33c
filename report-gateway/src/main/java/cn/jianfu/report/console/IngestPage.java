package cn.jianfu.report.console;

import cn.jianfu.contracts.group.PushesCountedV1;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What arrives: by topic for the platform, by town for the people.
 *
 * @param skipped events of unknown types; {@code undecodable} could not be read
 * @param topics empty for those who see only their town
 * @param pushedSince first day of what {@code feeds} count; null when there is no town
 */
record IngestPage(
    Instant asOf,
    long skipped,
    long undecodable,
    List<Topic> topics,
    List<Source> towns,
    @Nullable LocalDate pushedSince,
    List<Feed> feeds) {

  /**
   * A topic that is read.
   *
   * @param lag events that wait; null when the broker does not say
   */
  record Topic(
      String name, long events, @Nullable Long lag, long deadLetters, @Nullable Instant lastAt) {}

  /**
   * A source of what systems push.
   *
   * @param source as its events name it, or the account of single writes, or that of imported
   *     registers; empty for events that name none of their own town
   * @param silent whether it was heard before and told nothing in these days
   * @param lag from what happened to its being stored, on average; null when nothing says
   */
  record Feed(
      Words town,
      String townCode,
      Words unit,
      String source,
      boolean silent,
      @Nullable Instant lastAt,
      long accepted,
      long unchanged,
      long declined,
      @Nullable Lag lag,
      List<Reason> reasons) {

    /** Whether it is the rows of imported registers. */
    public boolean registers() {
      return source.equals(PushesCountedV1.REGISTERS);
    }

    /** Of a system that writes with requests of its own; null of one that pushes events. */
    public @Nullable String account() {
      return SingleWriter.accountOf(source);
    }
  }

  /** Whether any source has fallen silent. */
  public boolean lacksSource() {
    return feeds.stream().anyMatch(Feed::silent);
  }

  /**
   * Why events were declined.
   *
   * @param latest some of them, the latest first; empty where it is not known which they were
   */
  record Reason(long events, Words words, List<DeclinedEvent> latest) {}

  /** One of them, with what is known of it. */
  record DeclinedEvent(
      @Nullable String id, @Nullable String type, @Nullable String group, Instant at) {}

  /**
   * A town's reports.
   *
   * @param silentDays null when nothing ever came; {@code silent} when these are too many
   * @param thin whether the coverage is too little for a band
   */
  record Source(
      String code,
      Words name,
      @Nullable Instant lastAt,
      @Nullable Long silentDays,
      boolean silent,
      @Nullable Double coverage,
      boolean thin,
      long groups) {}
}
