package cn.jianfu.report.ingest;

import java.math.BigDecimal;
import java.time.Instant;
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
   */
  public record TownStatus(
      String code,
      String name,
      String nameEn,
      @Nullable Instant lastEventAt,
      @Nullable BigDecimal coverage,
      long groups,
      long findings) {}
}
