package cn.jianfu.report.metric;

import cn.jianfu.report.compliance.domain.Metric.MeasuredIn;

/**
 * A metric of the catalogue.
 *
 * @param formulaZh in words, as the calculator does it
 * @param noteZh what is left out, and what is unknown
 */
public record MetricDefinition(
    String id,
    int formulaVersion,
    MeasuredIn unit,
    String nameZh,
    String nameEn,
    String formulaZh,
    String formulaEn,
    String noteZh,
    String noteEn) {}
