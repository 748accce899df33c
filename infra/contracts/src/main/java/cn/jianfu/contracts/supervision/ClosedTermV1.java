package cn.jianfu.contracts.supervision;

import java.math.BigDecimal;

/** One rule's part in an area's score of a closed day; a share is 1 - violations / exposure. */
public record ClosedTermV1(
    String rule,
    String severity,
    BigDecimal weight,
    long exposure,
    long rawViolations,
    long effectiveViolations,
    BigDecimal rawShare,
    BigDecimal effectiveShare) {}
