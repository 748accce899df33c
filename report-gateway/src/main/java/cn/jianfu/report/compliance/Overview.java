package cn.jianfu.report.compliance;

import cn.jianfu.report.compliance.domain.Band;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All towns of a scope in division-code order, which is no ranking.
 *
 * @param ruleSet {@code id@version} of the rules in force on that day
 * @param counts towns by band
 */
public record Overview(
    LocalDate asOf,
    @Nullable String ruleSet,
    @Nullable Instant updatedAt,
    Map<Band, Long> counts,
    List<TownSummary> towns) {}
