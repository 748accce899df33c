package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The decision by which a group ends or has ended (解散, 合并); one that was undone is none.
 *
 * @param announcedOn since when it was to end, by whatever decision: one that is withdrawn and
 *     taken again is the same intent
 * @param executedOn null while it is not carried out
 * @param mergeInto the group that goes on, for a merge
 */
public record Ending(
    LocalDate announcedOn,
    LocalDate decidedOn,
    LocalDate dueOn,
    @Nullable LocalDate executedOn,
    @Nullable String mergeInto) {}
