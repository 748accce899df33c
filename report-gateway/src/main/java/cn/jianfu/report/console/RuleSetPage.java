package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule set as it is in force, to read.
 *
 * @param others the other versions
 */
record RuleSetPage(
    String id,
    int version,
    LocalDate effectiveFrom,
    boolean inForce,
    List<Rule> rules,
    List<Threshold> thresholds,
    List<Weight> weights,
    List<Version> others) {

  /**
   * One rule.
   *
   * @param basisConfirmed whether the district has confirmed the citation
   */
  record Rule(
      String id,
      boolean enabled,
      String severity,
      Words name,
      Words statement,
      @Nullable String basis,
      boolean basisConfirmed) {}

  record Threshold(String key, String value) {}

  record Weight(String area, double weight) {}

  record Version(int version, LocalDate effectiveFrom) {}
}
