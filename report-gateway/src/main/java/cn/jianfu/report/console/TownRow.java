package cn.jianfu.report.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One town in the overview.
 *
 * @param score effective score, 0 to 100; null without enough data
 * @param delta change of the score against 7 days ago, in points
 * @param coverage share of the expected reports that were received, 0 to 1
 * @param trend the score of each of the last 90 days, oldest first; null where there was none
 * @param blocker open findings of severity B; {@code major} M, {@code minor} m
 * @param changes what changed in the last 7 days, most telling first
 * @param withdrawn declarations withdrawn as errors since the round was opened, as the town's page
 *     lists them
 * @param withdrawnOn when the latest of them was; null where there are none
 * @param updatedAt when the last report of this town arrived
 * @param version rises each time that the town's view is written
 */
record TownRow(
    String code,
    Words name,
    Band band,
    @Nullable Double score,
    @Nullable Double delta,
    @Nullable Double coverage,
    List<@Nullable Double> trend,
    int blocker,
    int major,
    int minor,
    List<Change> changes,
    int withdrawn,
    @Nullable LocalDate withdrawnOn,
    @Nullable Instant updatedAt,
    long version) {

  public Sparkline sparkline() {
    return Sparkline.of(trend);
  }

  /** Something that happened in the last days, and how often: the kind names a message. */
  record Change(String kind, int count) {}
}
