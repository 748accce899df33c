package cn.jianfu.report.compliance;

import cn.jianfu.report.compliance.domain.Band;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    List<TownSummary> towns) {

  static Overview of(LocalDate asOf, Optional<String> ruleSet, List<TownSummary> towns) {
    Map<Band, Long> counts = new EnumMap<>(Band.class);
    towns.forEach(town -> counts.merge(town.row().band(), 1L, Long::sum));
    Instant updatedAt =
        towns.stream()
            .map(TownSummary::updatedAt)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new Overview(asOf, ruleSet.orElse(null), updatedAt, counts, towns);
  }
}
