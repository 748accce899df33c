package cn.jianfu.report.console;

/** A metric of the catalogue: what it says and how it is computed. */
record MetricEntry(
    String id, Words name, Words formula, String measure, int formulaVersion, Words note) {}
