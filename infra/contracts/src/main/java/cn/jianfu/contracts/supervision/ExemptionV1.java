package cn.jianfu.contracts.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An exemption (豁免) from a rule; never open-ended.
 *
 * @param scopeUnit org code: applies to this unit and everything below it
 * @param scopeGroup a single group's id, when it is for that group only
 * @param to last day on which it holds
 */
public record ExemptionV1(
    String id,
    String rule,
    String scopeUnit,
    @Nullable String scopeGroup,
    String reason,
    String approvedBy,
    LocalDate from,
    LocalDate to,
    @Nullable LocalDate revokedOn) {}
