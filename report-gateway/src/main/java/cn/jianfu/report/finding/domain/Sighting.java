package cn.jianfu.report.finding.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a detector saw of a finding when it published it. What stays as it is is not published
 * again, so that a sighting holds until the next one.
 *
 * @param on the day on which it was seen
 * @param evidence numbers, days and ids by name
 */
public record Sighting(
    LocalDate on,
    List<String> groups,
    String title,
    Severity severity,
    String ruleSet,
    Map<String, Object> evidence,
    String reasonZh,
    String reasonEn,
    String confidence) {

  public Sighting {
    groups = List.copyOf(groups);
  }

  /** How bad the evidence was. */
  Gravity gravity() {
    return Gravity.of(severity, groups.size(), evidence);
  }
}
