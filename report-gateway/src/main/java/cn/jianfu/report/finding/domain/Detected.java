package cn.jianfu.report.finding.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A finding (问题) as its detector sees it, with every run of days in which it held.
 *
 * @param runs oldest first, never empty
 * @param evidence numbers, days and ids by name
 */
public record Detected(
    String findingId,
    String rule,
    String subjectKey,
    List<String> groups,
    String title,
    String unit,
    String town,
    Severity severity,
    String ruleSet,
    Map<String, Object> evidence,
    String reasonZh,
    String reasonEn,
    String confidence,
    LocalDate lastSeenOn,
    List<Run> runs) {

  public Detected {
    groups = List.copyOf(groups);
    runs = List.copyOf(runs);
  }

  /** Whether it held on that day. */
  public boolean openOn(LocalDate day) {
    return runs.stream().anyMatch(run -> run.covers(day));
  }

  /** The latest run that had begun by that day. */
  public Optional<Run> runOn(LocalDate day) {
    return runs.stream().filter(run -> !run.raisedOn().isAfter(day)).reduce((_, later) -> later);
  }

  /** How bad its evidence is now. */
  public Gravity gravity() {
    return Gravity.of(severity, groups.size(), evidence);
  }
}
