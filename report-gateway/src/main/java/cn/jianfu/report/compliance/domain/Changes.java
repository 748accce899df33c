package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.compliance.domain.Change.What;
import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.Judgement;
import cn.jianfu.report.finding.domain.Run;
import cn.jianfu.report.finding.domain.Verdict;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What changed in the last days.
 *
 * @param counts how often each kind of change happened
 * @param latest the newest changes first, no more than {@link #MOST_LATEST}
 */
public record Changes(LocalDate from, Map<What, Integer> counts, List<Change> latest) {

  static final int DAYS = 7;
  static final int MOST_LATEST = 50;

  private static final Comparator<Change> NEWEST_FIRST =
      Comparator.comparing(Change::on)
          .reversed()
          .thenComparing(Change::what)
          .thenComparing(Change::subject);

  static Changes of(TownFacts facts, LocalDate day) {
    LocalDate from = day.minusDays(DAYS - 1L);
    List<Change> changes =
        Stream.concat(
                facts.groups().stream().flatMap(Changes::ofGroup),
                facts.findings().stream().flatMap(Changes::ofFinding))
            .filter(change -> !change.on().isBefore(from) && !change.on().isAfter(day))
            .sorted(NEWEST_FIRST)
            .toList();
    Map<What, Integer> counts = new TreeMap<>();
    changes.forEach(change -> counts.merge(change.what(), 1, Integer::sum));
    return new Changes(from, counts, changes.stream().limit(MOST_LATEST).toList());
  }

  private static Stream<Change> ofGroup(GroupFact group) {
    Stream<Change> entered =
        group.transitions().stream()
            .flatMap(transition ->
                Stream.of(transition.state())
                    .flatMap(Changes::told)
                    .map(what -> ofGroup(group, what, transition.on())));
    CleanupDecision decision = group.decision();
    return decision == null || decision.asksForExecution() || decision.withdrawnOn() != null
        ? entered
        : Stream.concat(entered, Stream.of(ofGroup(group, What.GROUP_KEPT, decision.decidedOn())));
  }

  private static Stream<What> told(GroupState state) {
    return switch (state) {
      case DISSOLVED -> Stream.of(What.GROUP_DISSOLVED);
      case MERGED -> Stream.of(What.GROUP_MERGED);
      case DECLARED -> Stream.of(What.GROUP_DECLARED);
      case OBSERVED, FILED, ACTIVE, WARNED, DISSOLVING, RESTORED, MERGING, ARCHIVED ->
          Stream.empty();
    };
  }

  private static Change ofGroup(GroupFact group, What what, LocalDate on) {
    return new Change(on, what, group.groupId(), group.name(), "");
  }

  private static Stream<Change> ofFinding(FindingFact finding) {
    Detected detected = finding.detected();
    return Stream.concat(
        detected.runs().stream().flatMap(run -> ofRun(detected, run)),
        finding.handling().judgements().stream().flatMap(it -> ofJudgement(detected, it)));
  }

  private static Stream<Change> ofRun(Detected detected, Run run) {
    Stream<Change> raised = Stream.of(change(detected, What.FINDING_RAISED, run.raisedOn()));
    return run.clearedOn() == null
        ? raised
        : Stream.concat(raised, Stream.of(change(detected, What.FINDING_CLEARED, run.clearedOn())));
  }

  private static Stream<Change> ofJudgement(Detected detected, Judgement judgement) {
    if (judgement.verdict() == Verdict.TAKEN_BACK) {
      return Stream.empty();
    }
    What what =
        judgement.verdict() == Verdict.CONFIRMED ? What.FINDING_CONFIRMED : What.FINDING_DISMISSED;
    return Stream.of(change(detected, what, judgement.on()));
  }

  private static Change change(Detected detected, What what, LocalDate on) {
    return new Change(on, what, detected.findingId(), detected.title(), detected.rule());
  }
}
