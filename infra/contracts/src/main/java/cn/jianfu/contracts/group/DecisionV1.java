package cn.jianfu.contracts.group;

import cn.jianfu.contracts.ActorV1;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cleanup decision (处置决定).
 *
 * @param kind DISSOLVE 解散, MERGE 合并, KEEP 保留 or STANDARDISE 规范
 * @param dueOn by when it is to be carried out; before {@code decidedOn} when the same was decided
 *     before and never done, for deciding it anew gives no more time
 * @param mergeInto the group that goes on, for MERGE
 * @param round the inspection round that it belongs to, if any
 * @param origin BY_HAND (somebody said it, in a console or from a system), SELF_CHECK (it is what
 *     an answer stands for) or RULE (nobody did); null when it is not told, as before it was
 * @param restoreUntil the last day on which an executed dissolution can be undone
 * @param withdrawnOn since when it is none any more: it was taken back, or, where {@code
 *     executedOn} is told as well, the dissolution was undone
 */
public record DecisionV1(
    String kind,
    String reason,
    ActorV1 decidedBy,
    LocalDate decidedOn,
    LocalDate dueOn,
    @Nullable String mergeInto,
    @Nullable String round,
    @Nullable String origin,
    @Nullable LocalDate executedOn,
    @Nullable LocalDate restoreUntil,
    @Nullable LocalDate withdrawnOn) {}
