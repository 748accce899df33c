package cn.jianfu.contracts.supervision;

/** An exemption was granted, changed or revoked. */
public record ExemptionPublishedV1(ExemptionV1 exemption) {}
