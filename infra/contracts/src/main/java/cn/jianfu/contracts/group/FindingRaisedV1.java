package cn.jianfu.contracts.group;

/** A finding was raised, raised again, or its evidence changed. */
public record FindingRaisedV1(FindingV1 finding) {}
