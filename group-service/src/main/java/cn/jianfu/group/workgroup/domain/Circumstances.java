package cn.jianfu.group.workgroup.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a decision depends on besides the group and the command.
 *
 * @param today in the district's zone
 * @param restoreWindowDays {@code dissolve.restoreWindowDays} of the rule set in force; null when
 *     there is none, and then the window does not end
 * @param reboundDays {@code rebound.windowDays} of the rule set in force; null when there is none.
 *     A day that a decision had set and that was given up so long ago binds no more
 * @param setsDeadlines whether the actor may give more time than was decided first
 * @param confirmed whether the district has confirmed an open finding about the group
 * @param merges how the other groups stand that merges tie this one to
 */
public record Circumstances(
    LocalDate today,
    Actor actor,
    @Nullable Integer restoreWindowDays,
    @Nullable Integer reboundDays,
    boolean setsDeadlines,
    boolean confirmed,
    MergeTies merges) {}
