package cn.jianfu.contracts.group;

/** A finding no longer holds; the finding says why. */
public record FindingClearedV1(FindingV1 finding) {}
