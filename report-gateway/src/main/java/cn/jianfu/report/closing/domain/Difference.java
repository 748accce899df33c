package cn.jianfu.report.closing.domain;

/**
 * Something that a day says otherwise now than when it was closed.
 *
 * @param what {@code band}, {@code effective}, {@code raw}, {@code coverage}, {@code open.B},
 *     {@code open.M}, {@code open.m}, {@code unjudged}, {@code formula}, {@code ruleSet}, or the id
 *     of a metric
 */
public record Difference(String what, Figures then, Figures now) {}
