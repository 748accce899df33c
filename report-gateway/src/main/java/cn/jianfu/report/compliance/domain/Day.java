package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.FindingOnDay;
import cn.jianfu.report.reference.domain.InspectionRound;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A town's facts as they stood at the end of one day, by the rules in force on it. */
record Day(
    TownFacts facts,
    LocalDate date,
    Limits limits,
    List<GroupFact> live,
    List<OpenFinding> open,
    Optional<InspectionRound> round) {

  static Day of(TownFacts facts, LocalDate date, Limits limits) {
    return new Day(
        facts,
        date,
        limits,
        facts.liveOn(date),
        facts.findings().stream()
            .filter(finding -> finding.detected().openOn(date))
            .flatMap(finding -> opened(facts, finding, date, limits).stream())
            .toList(),
        facts.district().roundOf(facts.town(), date));
  }

  private static Optional<OpenFinding> opened(
      TownFacts facts, FindingFact finding, LocalDate date, Limits limits) {
    return FindingOnDay.of(finding.detected(), finding.handling(), date, limits.worseningGrowth())
        .map(it -> {
          Detected seen = it.detected();
          return new OpenFinding(
              new FindingFact(seen, it.handling()),
              it.state(),
              facts.district().exempts(seen.rule(), seen.unit(), seen.groups(), date));
        });
  }

  /** Whether the absence of findings means anything yet. */
  boolean examined() {
    return facts.examinedBy(date);
  }

  /** The findings that count, of all rules. */
  List<OpenFinding> counting() {
    return open.stream().filter(OpenFinding::counts).toList();
  }

  /** How much a rule would find were it not exempted, as the detector says. */
  long exempted(String rule) {
    return facts.townLoadOn(date).map(said -> said.exempt().getOrDefault(rule, 0)).orElse(0);
  }

  /** The same, of all rules. */
  long exempted() {
    return facts
        .townLoadOn(date)
        .map(said -> said.exempt().values().stream().mapToLong(Integer::longValue).sum())
        .orElse(0L);
  }

  /** The groups of the round's baseline: live on the day on which it was opened. */
  List<GroupFact> baseline(InspectionRound ofRound) {
    return facts.liveDuring(ofRound.openedOn());
  }
}
