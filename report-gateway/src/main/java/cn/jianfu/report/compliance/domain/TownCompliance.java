package cn.jianfu.report.compliance.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a town stands on a day.
 *
 * @param ruleSet {@code id@version} of the rules in force on that day; null before the first
 * @param formulaVersion of the score
 * @param greyBecause why there is no band; null when there is one
 * @param delta effective score against seven days before; null when either day has no band
 * @param openFindings findings that count, by severity: B, M, m
 * @param unjudged of those, how many nobody has judged
 */
public record TownCompliance(
    String town,
    LocalDate asOf,
    @Nullable String ruleSet,
    int formulaVersion,
    Band band,
    @Nullable GreyBecause greyBecause,
    CompositeScore score,
    @Nullable BigDecimal delta,
    Coverage coverage,
    Judging judging,
    List<Metric> metrics,
    Map<String, Long> openFindings,
    long unjudged,
    Changes changes) {}
