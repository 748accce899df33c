package cn.jianfu.group.workgroup.domain;

/**
 * Who gives a command.
 *
 * @param issuer of the token
 * @param subject of the token; a pseudonymous id
 * @param role in which it is given
 * @param unit org code that the token carries
 */
public record Actor(String issuer, String subject, String role, String unit) {}
