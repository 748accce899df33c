package cn.jianfu.report.compliance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A town in the overview.
 *
 * @param spark score of each of the last 90 days, oldest first; null where too little was known
 * @param version rises whenever the view is written; 0 before the first time
 * @param updatedAt when the view was written
 */
public record TownSummary(
    String code,
    String name,
    String nameEn,
    TownRow row,
    List<@Nullable BigDecimal> spark,
    long version,
    @Nullable Instant updatedAt) {}
