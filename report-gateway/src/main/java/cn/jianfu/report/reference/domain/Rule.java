package cn.jianfu.report.reference.domain;

/**
 * A rule's setting in a rule set.
 *
 * @param severity B 严重, M 较重 or m 一般
 * @param basis the instruments it rests on, as the district cites them
 */
public record Rule(
    boolean enabled,
    String severity,
    String nameZh,
    String nameEn,
    String statementZh,
    String statementEn,
    String basis,
    boolean basisConfirmed) {

  Rule switched(boolean on) {
    return new Rule(on, severity, nameZh, nameEn, statementZh, statementEn, basis, basisConfirmed);
  }
}
