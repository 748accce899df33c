package cn.jianfu.contracts.supervision;

/** An org unit was opened, changed or closed. */
public record OrgUnitPublishedV1(OrgUnitV1 orgUnit) {}
