package cn.jianfu.contracts.supervision;

/**
 * A rule's setting in a rule set.
 *
 * @param severity B 严重, M 较重 or m 一般
 * @param basis the instruments it rests on, as the district cites them
 * @param basisConfirmed whether the district has confirmed that citation
 */
public record RuleV1(
    boolean enabled,
    String severity,
    String nameZh,
    String nameEn,
    String statementZh,
    String statementEn,
    String basis,
    boolean basisConfirmed) {}
