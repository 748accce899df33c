package cn.jianfu.report.compliance;

import cn.jianfu.report.compliance.domain.TownCompliance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a town on a day, except its findings and groups.
 *
 * @param updatedAt when the town was computed last; null for another day than today
 */
public record TownPage(
    String code,
    String name,
    String nameEn,
    long version,
    @Nullable Instant updatedAt,
    TownCompliance compliance,
    List<TrendPoint> trend) {}
