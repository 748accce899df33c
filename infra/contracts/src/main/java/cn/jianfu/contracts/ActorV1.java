package cn.jianfu.contracts;

/**
 * Who did something: a person or a system, named by its token.
 *
 * @param issuer the token's issuer
 * @param subject the token's subject; a pseudonymous id, never a person's name
 * @param role the role in which it was done
 * @param unit the org code of the unit that the token carries
 */
public record ActorV1(String issuer, String subject, String role, String unit) {}
