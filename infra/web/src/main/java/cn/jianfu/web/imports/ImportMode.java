package cn.jianfu.web.imports;

/**
 * How an import is meant.
 *
 * @param dryRun only say what would happen
 * @param atomic apply all rows or none
 */
public record ImportMode(boolean dryRun, boolean atomic) {}
