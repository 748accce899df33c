package cn.jianfu.report.group;

import java.time.Instant;

/**
 * An import in a list of them, as group-service answers it.
 *
 * @param state PLANNED (under way), APPLIED, UNDOING (being taken back) or UNDONE
 * @param unit org code of the unit whose register it was
 * @param created rows whose group nobody had declared
 * @param changed rows that say something else than what was known of their group
 * @param unchanged rows that say what was known
 */
public record PastImport(
    String id, String state, Instant at, String unit, int created, int changed, int unchanged) {}
