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
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        IntStream.range(0, group.transitions().size())
            .boxed()
            .flatMap(i -> ofTransition(group, i).stream());
    Stream<Change> kept =
        group.decisions().stream()
            .filter(it -> !it.asksForExecution() && it.withdrawnOn() == null)
            .map(it -> ofGroup(group, What.GROUP_KEPT, it.decidedOn()));
    return Stream.concat(entered, kept);
  }

  private static Optional<Change> ofTransition(GroupFact group, int index) {
    Transition entered = group.transitions().get(index);
    GroupState before = index == 0 ? null : group.transitions().get(index - 1).state();
    return told(before, entered.state())
        .filter(what -> what != What.GROUP_DECLARED || declaredByNobodyBefore(group, index))
        .map(what -> ofGroup(group, what, entered.on()));
  }

  /** A group may return to DECLARED, as when a filing is undone: it is no new group then. */
  private static boolean declaredByNobodyBefore(GroupFact group, int index) {
    return group.transitions().subList(0, index).stream()
        .allMatch(earlier -> earlier.state() == GroupState.OBSERVED);
  }

  private static Optional<What> told(@Nullable GroupState before, GroupState now) {
    if (before != null && before.ended() && now.live()) {
      return Optional.of(What.GROUP_RESTORED);
    }
    return switch (now) {
      case DISSOLVED -> Optional.of(What.GROUP_DISSOLVED);
      case MERGED -> Optional.of(What.GROUP_MERGED);
      case DECLARED -> Optional.of(What.GROUP_DECLARED);
      case OBSERVED, FILED, ACTIVE, WARNED, DISSOLVING, MERGING, ARCHIVED, WITHDRAWN, JOINED ->
          Optional.empty();
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
    if (judgement.verdict() == Verdict.TAKEN_BACK || judgement.carried() != null) {
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
