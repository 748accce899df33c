package cn.jianfu.report.compliance.domain;

import java.math.BigDecimal;

/**
 * One rule's part in an area's score.
 *
 * @param exposure live subjects that the rule could apply to; 0 where all are exempt: such a term
 *     is part of the raw score alone
 * @param rawViolations of all findings that hold, and of what exemptions keep from being raised
 * @param effectiveViolations without the dismissed and exempt ones
 * @param rawShare {@code c_r} = 1 - violations / (exposure + exempt); the effective one is 1 -
 *     violations / exposure
 * @param exempt how much the rule would find were it not exempted; subjects that are exempt on the
 *     day are not in the exposure
 */
public record Term(
    String rule,
    String severity,
    BigDecimal weight,
    long exposure,
    long rawViolations,
    long effectiveViolations,
    BigDecimal rawShare,
    BigDecimal effectiveShare,
    long exempt) {}
