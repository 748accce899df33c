package cn.jianfu.contracts.group;

import java.time.LocalDate;

/** A state that a work group entered, and the day. */
public record TransitionV1(String state, LocalDate on) {}
