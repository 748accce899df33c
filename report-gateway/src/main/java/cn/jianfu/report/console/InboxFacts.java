package cn.jianfu.report.console;

import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.ingest.IngestStatus.SourceStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of what somebody has to do. A part is null where it is not the visitor's to do.
 *
 * @param names of the reference data, and the day
 * @param unit the visitor's own
 */
record InboxFacts(
    Names names,
    String unit,
    @Nullable Office office,
    @Nullable Judging judging,
    @Nullable Watch watch) {

  /**
   * A unit's own work.
   *
   * @param seesTown whether the visitor has the pages of the town
   * @param groups of the unit, as they are on its register
   * @param findings of the unit, as far as they are detected
   * @param selfCheck null where the unit has none
   * @param secrecy null where the unit speaks for nobody
   * @param pushed what became of the unit's events since yesterday
   */
  record Office(
      boolean seesTown,
      List<RegisterRow> groups,
      List<FindingView> findings,
      @Nullable SelfCheckPage selfCheck,
      @Nullable SecrecyPage secrecy,
      List<SourceStatus> pushed) {}

  /** What waits for a judgement. */
  record Judging(Queue suspected, Queue reopened, Queue contested) {}

  /** Findings, of which only the first are told. */
  record Queue(long count, List<FindingView> first) {}

  /**
   * What the district looks after.
   *
   * @param silent towns without enough data
   * @param withdrew towns that have withdrawn declarations as errors
   * @param administers whether the visitor keeps the reference data
   */
  record Watch(List<TownRow> silent, List<TownRow> withdrew, boolean administers) {

    static Watch of(List<TownRow> towns, boolean administers) {
      return new Watch(
          towns.stream().filter(row -> row.band() == Band.NO_DATA).toList(),
          towns.stream().filter(row -> row.withdrawn() > 0).toList(),
          administers);
    }
  }
}
