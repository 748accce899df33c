package cn.jianfu.report.finding.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a person said about a finding, and when.
 *
 * @param on the local day of {@code at}
 * @param seen how bad the evidence was then
 */
public record Judgement(
    Verdict verdict, String reason, Actor actor, Instant at, LocalDate on, Gravity seen) {}
