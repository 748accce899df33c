package cn.jianfu.report.console;

import java.util.List;

/**
 * What became of a judgement.
 *
 * @param rows findings as they stand now
 * @param refused how many could not be judged so, because somebody was faster
 */
record Handled(List<FindingRow> rows, int refused) {}
