package cn.jianfu.contracts.supervision;

/** A round was opened, changed or closed. */
public record RoundPublishedV1(RoundV1 round) {}
