package cn.jianfu.report.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All towns at a glance.
 *
 * @param asOf the moment the figures stand for
 * @param ruleSet the rule set in force, {@code id@version}; null when there is none
 * @param counts towns by band, of all pages
 * @param band the band that the rows are narrowed to
 * @param rows towns in the order of their division codes
 * @param heat rules by town; null when there is nothing to show
 */
record OverviewPage(
    Instant asOf,
    @Nullable String ruleSet,
    Map<Band, Integer> counts,
    @Nullable Band band,
    List<TownRow> rows,
    Paging paging,
    @Nullable HeatMap heat) {

  /** Rows on one page: 1,600 rows at once are 2 MB. */
  static final int ROWS = 100;

  /** In the order of the counters. */
  public List<Band> bands() {
    return List.of(Band.values());
  }

  public int all() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int count(Band of) {
    return counts.getOrDefault(of, 0);
  }
}
