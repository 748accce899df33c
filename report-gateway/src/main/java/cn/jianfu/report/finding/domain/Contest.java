package cn.jianfu.report.finding.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the unit concerned says against a finding (申诉). A judgement after it is the answer.
 *
 * @param on the local day of {@code at}
 */
public record Contest(String reason, Actor actor, Instant at, LocalDate on) {}
