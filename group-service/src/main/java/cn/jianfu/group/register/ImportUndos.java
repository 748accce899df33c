package cn.jianfu.group.register;

import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.selfcheck.SelfCheckAnswers;
import cn.jianfu.group.workgroup.Followed;
import cn.jianfu.group.workgroup.Orders;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.imports.ImportMode;
import cn.jianfu.web.imports.ImportReport;
import cn.jianfu.web.imports.RowOutcome;
import cn.jianfu.web.imports.RowResult;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.Problems;
import cn.jianfu.web.security.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Takes imports back while nothing was built on them. As with an import, everything is decided
 * first, the plan is stored, then it is carried out; cut short, it is carried out later.
 */
final class ImportUndos {

  static final ProblemType NOT_APPLIED = new ProblemType("group.import-not-applied", 409);
  static final ProblemType UNDER_WAY = new ProblemType("group.import-under-way", 409);
  static final ProblemType NOT_KEPT = new ProblemType("group.import-not-kept", 409);

  private static final Duration UNTIL_IT_IS_APPLIED = Duration.ofSeconds(30);

  private final ImportLog log;
  private final WorkGroups groups;
  private final Orders orders;
  private final SelfCheckAnswers answers;
  private final DistrictClock clock;
  private final Problems texts;

  ImportUndos(
      ImportLog log,
      WorkGroups groups,
      Orders orders,
      SelfCheckAnswers answers,
      DistrictClock clock,
      Problems texts) {
    this.log = log;
    this.groups = groups;
    this.orders = orders;
    this.answers = answers;
    this.clock = clock;
    this.texts = texts;
  }

  /** Undoes the import unless it is a dry run; of one that is undone already nothing is new. */
  Mono<ImportView> undo(ImportRecord record, ImportMode mode, Locale locale, Caller caller) {
    return switch (record.state()) {
      case CHECKED -> Mono.error(() -> Problem.of(NOT_APPLIED).toException());
      case PLANNED ->
          Mono.error(() -> Problem.of(UNDER_WAY).retryAfter(UNTIL_IT_IS_APPLIED).toException());
      case UNDOING, UNDONE -> asItStands(record);
      case APPLIED -> undoApplied(record, mode, locale, caller);
    };
  }

  private Mono<ImportView> undoApplied(
      ImportRecord record, ImportMode mode, Locale locale, Caller caller) {
    if (record.effects() == null) {
      return Mono.error(() -> Problem.of(NOT_KEPT).toException());
    }
    return judged(record, caller)
        .flatMap(results -> {
          ImportReport report = ImportReport.of(mode, results, texts, locale);
          return report.applied()
              ? begin(record, results, report, locale, caller)
                  .flatMap(begun -> begunOrAgain(begun, mode, locale, caller))
              : unlessOthersWereFaster(record, report);
        });
  }

  /** Somebody was taken out of the import since it was read: it is judged as it is now. */
  private Mono<ImportView> begunOrAgain(
      ImportRecord begun, ImportMode mode, Locale locale, Caller caller) {
    return begun.state() == ImportRecord.State.APPLIED
        ? undoApplied(begun, mode, locale, caller)
        : Mono.just(ImportView.of(begun));
  }

  /** What looks built on may be what another request has undone meanwhile. */
  private Mono<ImportView> unlessOthersWereFaster(ImportRecord record, ImportReport report) {
    return log.find(record.id())
        .flatMap(now ->
            now.state() == ImportRecord.State.APPLIED
                ? Mono.just(ImportView.of(record, report))
                : asItStands(now));
  }

  /** Two may carry out the same undo; what the one has done is nothing new to the other. */
  private Mono<ImportView> asItStands(ImportRecord record) {
    return carryOut(record).map(ImportView::of);
  }

  /** What could be undone now, row by row. */
  private Mono<List<RowResult>> judged(ImportRecord record, Caller caller) {
    return present(record).flatMap(present -> judged(record, present, caller));
  }

  private Mono<Map<String, Stored<WorkGroup>>> present(ImportRecord record) {
    return groups
        .findAll(record.plan().stream().map(PlannedRow::groupId).distinct().toList())
        .collectMap(Stored::id);
  }

  private Mono<List<RowResult>> judged(
      ImportRecord record, Map<String, Stored<WorkGroup>> present, Caller caller) {
    Withdrawals withdrawals = Withdrawals.of(record, present, orders, caller);
    return Mono.zip(groups.rehearse(withdrawals.orders()), answeredSince(record))
        .map(all -> {
          List<RowResult> results = new ArrayList<>();
          for (int i = 0; i < withdrawals.rows().size(); i++) {
            PlannedRow row = withdrawals.rows().get(i);
            WorkGroup now = Objects.requireNonNull(present.get(row.groupId())).state();
            results.add(result(row, all.getT1().get(i), now, all.getT2()));
          }
          results.addAll(withdrawals.impossible());
          results.sort(Comparator.comparingInt(RowResult::row));
          return results;
        });
  }

  private static RowResult result(
      PlannedRow row, Followed tried, WorkGroup now, Set<String> answered) {
    if (tried.outrun()) {
      return InTheWay.madeOf(row, now);
    }
    if (tried.problem().isPresent()) {
      return InTheWay.of(row, tried);
    }
    return answered.contains(row.groupId())
        ? InTheWay.of(row, InTheWay.ANSWERED)
        : RowResult.accepted(row.row());
  }

  private Mono<Set<String>> answeredSince(ImportRecord record) {
    Set<String> units =
        record.plan().stream()
            .map(row -> GroupId.parse(row.groupId()).unit())
            .collect(Collectors.toSet());
    return answers.groupsAnsweredSince(record.at(), clock.dayOf(record.at()), units);
  }

  private Mono<ImportRecord> begin(
      ImportRecord record,
      List<RowResult> results,
      ImportReport report,
      Locale locale,
      Caller caller) {
    ImportUndo asked =
        new ImportUndo(
            clock.now(),
            caller.issuer(),
            caller.subject(),
            caller.roles(),
            caller.unit(),
            results,
            locale.toLanguageTag(),
            report);
    return log.advance(ImportRecord.State.APPLIED, record.undoing(asked)).flatMap(this::carryOut);
  }

  /** Carries out a stored undo, now or after it was cut short; what is undone stays so. */
  Mono<ImportRecord> carryOut(ImportRecord record) {
    ImportUndo undo = record.undo();
    if (record.state() != ImportRecord.State.UNDOING || undo == null) {
      return Mono.just(record);
    }
    Set<Integer> wanted =
        undo.results().stream()
            .filter(row -> row.outcome() == RowOutcome.ACCEPTED)
            .map(RowResult::row)
            .collect(Collectors.toSet());
    return present(record)
        .map(now -> Withdrawals.of(record, now, orders, undo.caller()).only(wanted))
        .flatMap(withdrawals -> carryOut(record, undo, withdrawals));
  }

  private Mono<ImportRecord> carryOut(
      ImportRecord record, ImportUndo undo, Withdrawals withdrawals) {
    return groups
        .followAll(withdrawals.orders())
        .flatMap(followed ->
            followed.stream().anyMatch(ImportUndos::isForLater)
                ? Mono.just(record)
                : undone(record, undo, results(undo, withdrawals, followed)));
  }

  /** There was no room for its events; who was faster will not have been slower later. */
  private static boolean isForLater(Followed followed) {
    return followed.undecided() && !followed.outrun();
  }

  /** Where somebody was faster than the plan, that is told of the row. */
  private static List<RowResult> results(
      ImportUndo undo, Withdrawals withdrawals, List<Followed> followed) {
    Map<Integer, RowResult> conflicts = new HashMap<>();
    for (int i = 0; i < followed.size(); i++) {
      PlannedRow row = withdrawals.rows().get(i);
      if (followed.get(i).outrun()) {
        conflicts.put(row.row(), InTheWay.changed(row));
      } else if (followed.get(i).problem().isPresent()) {
        conflicts.put(row.row(), InTheWay.of(row, followed.get(i)));
      }
    }
    return undo.results().stream().map(row -> conflicts.getOrDefault(row.row(), row)).toList();
  }

  private Mono<ImportRecord> undone(ImportRecord record, ImportUndo undo, List<RowResult> after) {
    ImportMode mode = new ImportMode(false, undo.report().atomic());
    ImportReport report =
        ImportReport.of(mode, after, texts, Locale.forLanguageTag(undo.language())).carriedOut();
    return log.advance(ImportRecord.State.UNDOING, record.undone(undo.reporting(report)));
  }
}
