package cn.jianfu.contracts.supervision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a town's result of a day was when the day was closed (日终存档). It is said once for each town
 * and day and never changes; what becomes known later is a revision of the day, not of this.
 *
 * @param late whether it was made up for after the time at which it was due
 * @param ruleSet {@code id@version} of the rules in force on that day; null before the first
 * @param formulaVersion of the score
 * @param band GREEN, YELLOW, RED or GREY
 * @param greyBecause why there is no band; null when there is one
 * @param raw score of all findings that held; null when nothing applied
 * @param effective without the dismissed and exempt ones
 * @param delta effective score against seven days before
 * @param coverage reports received of those expected; 1 is 100 %
 * @param openFindings findings that counted, by severity: B, M, m
 * @param unjudged of those, how many nobody had judged
 * @param changes how often each kind of change had happened since {@code changesFrom}
 */
public record DayClosedV1(
    String town,
    LocalDate day,
    Instant closedAt,
    boolean late,
    @Nullable String ruleSet,
    int formulaVersion,
    String band,
    @Nullable String greyBecause,
    @Nullable BigDecimal raw,
    @Nullable BigDecimal effective,
    @Nullable BigDecimal delta,
    LocalDate coverageFrom,
    long reportsReceived,
    long reportsExpected,
    @Nullable BigDecimal coverage,
    List<ClosedAreaV1> areas,
    List<ClosedMetricV1> metrics,
    Map<String, Long> openFindings,
    long unjudged,
    LocalDate changesFrom,
    Map<String, Integer> changes) {}
