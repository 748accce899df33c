package cn.jianfu.contracts.supervision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A metric of a closed day.
 *
 * @param from first day of its period
 * @param unit what the value is measured in, for example RATIO
 * @param denominator null for a count
 * @param value null when it could not be computed
 * @param excluded subjects left out on purpose
 * @param unknown subjects about which the data said too little
 * @param details further numbers by name
 */
public record ClosedMetricV1(
    String id,
    int formulaVersion,
    LocalDate from,
    String unit,
    long numerator,
    @Nullable Long denominator,
    @Nullable BigDecimal value,
    long excluded,
    long unknown,
    Map<String, BigDecimal> details) {}
