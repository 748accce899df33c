package cn.jianfu.contracts.supervision;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An area's part in the score of a closed day.
 *
 * @param area group, form, vote or supervision
 * @param raw null when no rule of the area applied
 * @param capped whether a confirmed blocker held the area down
 * @param notApplicable rules that were on and had no subject
 */
public record ClosedAreaV1(
    String area,
    BigDecimal weight,
    @Nullable BigDecimal raw,
    @Nullable BigDecimal effective,
    boolean capped,
    List<ClosedTermV1> terms,
    List<String> notApplicable) {}
