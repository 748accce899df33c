package cn.jianfu.report.compliance.domain;

import java.time.LocalDate;

/** A state that a group entered, and the day. */
public record Transition(GroupState state, LocalDate on) {}
