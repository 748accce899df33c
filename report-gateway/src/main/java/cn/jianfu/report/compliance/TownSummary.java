package cn.jianfu.report.compliance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A town in the overview.
 *
 * @param departments whether it is no town, but the units that are in none (区直部门)
 * @param spark score of each of the last 90 days, oldest first; null where too little was known
 * @param version rises whenever the view is written; 0 before the first time
 * @param updatedAt when the view was written
 */
public record TownSummary(
    String code,
    String name,
    String nameEn,
    boolean departments,
    TownRow row,
    List<@Nullable BigDecimal> spark,
    long version,
    @Nullable Instant updatedAt) {

  /** Of a town it is told, too, that nothing is known; departments need not have any groups. */
  boolean isShown() {
    return !departments || row.tellsOfGroups();
  }
}
