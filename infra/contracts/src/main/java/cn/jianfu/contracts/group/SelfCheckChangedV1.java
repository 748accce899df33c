package cn.jianfu.contracts.group;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit's self-check list (自查) of a round, as totals.
 *
 * @param items groups on the list
 * @param confirmed items whose suggested decision was confirmed
 * @param contested items for which the unit decided otherwise, with a reason
 * @param completedOn the day on which nothing was left open
 * @param confirmedByDay the confirmed items, by the day of the answer that stands; null from a
 *     service that did not say so yet
 * @param contestedByDay the contested ones likewise
 */
public record SelfCheckChangedV1(
    String round,
    String unit,
    String town,
    int items,
    int confirmed,
    int contested,
    LocalDate generatedOn,
    @Nullable LocalDate completedOn,
    @Nullable Map<String, Integer> confirmedByDay,
    @Nullable Map<String, Integer> contestedByDay) {}
