package cn.jianfu.report.group;

import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.report.compliance.domain.DayCounters;
import cn.jianfu.report.finding.FindingView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A group with what is known of it.
 *
 * @param degraded whether group-service did not tell of it: then its history is missing
 * @param degradedBecause why it did not; null when it did
 * @param group as its owner has it; as it was published last when degraded
 * @param ownerName 群主 as the unit writes it; null when nobody says
 * @param ownerMatched whether that name is one person's on the town's staff lists; null when nobody
 *     can say, or the owner is known by more than the name
 * @param mergeIntoName name of the group that it is, or is to be, merged into; null for none, and
 *     for one that the caller may not see
 * @param days counters by day
 * @param members distinct persons by day of the snapshot
 * @param history what was done with it, as group-service tells it; empty when degraded
 */
public record GroupAnswer(
    boolean degraded,
    @Nullable Degraded degradedBecause,
    WorkGroupV1 group,
    @Nullable String ownerName,
    @Nullable Boolean ownerMatched,
    @Nullable String mergeIntoName,
    Map<LocalDate, DayCounters> days,
    Map<LocalDate, Integer> members,
    List<FindingView> findings,
    List<JsonNode> history) {}
