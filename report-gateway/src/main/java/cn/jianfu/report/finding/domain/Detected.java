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
 * @param sightings what it was seen to be on earlier days, oldest first, no two of one day; empty
 *     where nothing but its latest evidence was kept
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
    List<Run> runs,
    List<Sighting> sightings) {

  public Detected {
    groups = List.copyOf(groups);
    runs = List.copyOf(runs);
    sightings = List.copyOf(sightings);
  }

  /** Whether it held on that day. */
  public boolean openOn(LocalDate day) {
    // Asked of every finding for every day of a curve.
    for (Run run : runs) {
      if (run.covers(day)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it held on that day, or was gone on it. */
  boolean wasThereOn(LocalDate day) {
    return runs.stream().anyMatch(run -> run.covers(day) || day.equals(run.clearedOn()));
  }

  /** The latest run that had begun by that day. */
  public Optional<Run> runOn(LocalDate day) {
    for (Run run : runs.reversed()) {
      if (!run.raisedOn().isAfter(day)) {
        return Optional.of(run);
      }
    }
    return Optional.empty();
  }

  /** How bad its evidence is now. */
  public Gravity gravity() {
    return Gravity.of(severity, groups.size(), evidence);
  }

  /** How bad its evidence was on that day. */
  Gravity gravityOn(LocalDate day) {
    return seenOn(day).map(Sighting::gravity).orElseGet(this::gravity);
  }

  /**
   * The finding as it was on that day: what was found or gone later is not in it, and its evidence
   * is that of then. Empty before it was found. Where no evidence of so early a day was kept, it is
   * the earliest there is, which {@link #lastSeenOn} tells.
   */
  public Optional<Detected> asOf(LocalDate day) {
    if (isAllOf(day)) {
      return Optional.of(this);
    }
    List<Run> begun = runs.stream().filter(run -> !run.raisedOn().isAfter(day)).toList();
    if (begun.isEmpty()) {
      return Optional.empty();
    }
    Detected seen = seenOn(day).map(this::as).orElse(this);
    return Optional.of(seen.with(begun.stream().map(run -> run.asOf(day)).toList(), day));
  }

  // The common case, of today and of every day on which nothing more was to come, copies nothing.
  private boolean isAllOf(LocalDate day) {
    return !lastSeenOn.isAfter(day)
        && (sightings.isEmpty() || sightings.getLast().on().equals(lastSeenOn))
        && runs.stream().allMatch(run -> run.equals(run.asOf(day)) && !run.raisedOn().isAfter(day));
  }

  /** What was seen last by that day, or else first. */
  private Optional<Sighting> seenOn(LocalDate day) {
    return sightings.stream()
        .filter(sighting -> !sighting.on().isAfter(day))
        .reduce((_, later) -> later)
        .or(() -> sightings.stream().findFirst());
  }

  private Detected as(Sighting seen) {
    return new Detected(
        findingId,
        rule,
        subjectKey,
        seen.groups(),
        seen.title(),
        unit,
        town,
        seen.severity(),
        seen.ruleSet(),
        seen.evidence(),
        seen.reasonZh(),
        seen.reasonEn(),
        seen.confidence(),
        seen.on(),
        runs,
        sightings);
  }

  /** The same with other runs, as if it had come or gone. */
  public Detected with(List<Run> others) {
    return with(others, sightings);
  }

  private Detected with(List<Run> known, LocalDate day) {
    return with(known, sightings.stream().filter(it -> !it.on().isAfter(day)).toList());
  }

  private Detected with(List<Run> known, List<Sighting> seen) {
    return new Detected(
        findingId,
        rule,
        subjectKey,
        groups,
        title,
        unit,
        town,
        severity,
        ruleSet,
        evidence,
        reasonZh,
        reasonEn,
        confidence,
        lastSeenOn,
        known,
        seen);
  }
}
