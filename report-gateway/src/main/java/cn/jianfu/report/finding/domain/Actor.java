package cn.jianfu.report.finding.domain;

/** Who judged: the token's issuer, subject, role and org unit. */
public record Actor(String issuer, String subject, String role, String unit) {}
