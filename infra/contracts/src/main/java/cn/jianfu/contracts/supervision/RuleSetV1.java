package cn.jianfu.contracts.supervision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * A version of the district's rules, in force from a day on until a later version is.
 *
 * @param rules settings by rule id, for example {@code G-ZOMB}
 * @param thresholds numbers by key, for example {@code zombie.idleDays}
 * @param areaWeights weight of each area in the composite score: group, form, vote, supervision
 */
public record RuleSetV1(
    String id,
    int version,
    LocalDate effectiveFrom,
    Map<String, RuleV1> rules,
    Map<String, BigDecimal> thresholds,
    Map<String, BigDecimal> areaWeights) {}
