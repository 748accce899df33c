package cn.jianfu.contracts.supervision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One rule's part in an area's score of a closed day; a share is 1 - violations / exposure, the raw
 * one 1 - violations / (exposure + exempt).
 *
 * @param exempt how many of the raw violations exemptions keep from being raised at all; null in
 *     what was written before this was counted
 */
public record ClosedTermV1(
    String rule,
    String severity,
    BigDecimal weight,
    long exposure,
    long rawViolations,
    long effectiveViolations,
    BigDecimal rawShare,
    BigDecimal effectiveShare,
    @Nullable Long exempt) {}
