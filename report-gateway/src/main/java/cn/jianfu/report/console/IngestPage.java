package cn.jianfu.report.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What arrives: by topic for the platform, by town for the people. */
record IngestPage(Instant asOf, List<Topic> topics, List<Source> towns) {

  /**
   * A topic that is read.
   *
   * @param lag events that wait; null when the broker does not say
   * @param skipped of unknown type
   */
  record Topic(
      String name,
      long applied,
      long skipped,
      long deadLetters,
      @Nullable Long lag,
      @Nullable Instant lastAt) {}

  /** A town's reports; {@code silentDays} null when nothing ever came. */
  record Source(
      String code,
      Words name,
      @Nullable LocalDate lastOn,
      @Nullable Long silentDays,
      @Nullable Double coverage,
      long groups) {}
}
